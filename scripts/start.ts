import { readEnvironment } from "@/lib/platform/config/env";
import { hasBuild } from "./portal/build-portal";
import { requireOwnPortal } from "./postgres/require-portal-database";
import { CommandError } from "./process/command-error";
import { programs } from "./process/programs";
import { requireFreePort } from "./process/require-free-port";
import { runCommand } from "./process/run-command";
import { startProcess } from "./process/start-process";

/** `npm start`: serves the build against DATABASE_URL. The worker is a separate process: `npm run worker`. */
await runCommand(async (shutdown) => {
  const settings = readEnvironment({ ...process.env, NODE_ENV: "production" });
  if (!hasBuild()) throw new CommandError("No build found. Run npm run build first.");
  await requireFreePort(settings.PORT, settings.HOST);
  await requireOwnPortal(settings);
  if (!process.env.PORTAL_URL) {
    console.warn(`PORTAL_URL is not set. Links in email and the origin check assume ${settings.PORTAL_URL}.`);
  }
  const server = startProcess(shutdown, programs.server, {
    env: { NODE_ENV: "production", PORTAL_MODE: settings.PORTAL_MODE, NEXT_TELEMETRY_DISABLED: "1" },
    output: "show",
  });
  process.exitCode = await server.exited;
});
