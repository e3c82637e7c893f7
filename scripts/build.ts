import { buildPortal } from "./portal/build-portal";
import { runCommand } from "./process/run-command";

/** `npm run build`: what `npm start` serves. */
await runCommand((shutdown) => buildPortal(shutdown, "show"));
