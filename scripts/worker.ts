import { readEnvironment } from "@/lib/platform/config/env";
import { hasBuild } from "./portal/build-portal";
import { requireOwnPortal } from "./postgres/require-portal-database";
import { CommandError } from "./process/command-error";
import { programs } from "./process/programs";
import { runCommand } from "./process/run-command";
import { startProcess } from "./process/start-process";

/** `npm run worker`: the background jobs of `npm start`, as a separate process. Also assumes production. */
await runCommand(async (shutdown) => {
  const settings = readEnvironment({ ...process.env, NODE_ENV: "production" });
  await requireOwnPortal(settings);
  if (!hasBuild()) throw new CommandError("No build found. Run npm run build first.");
  const worker = startProcess(shutdown, programs.worker, {
    env: { NODE_ENV: "production", PORTAL_MODE: settings.PORTAL_MODE },
    output: "show",
  });
  process.exitCode = await worker.exited;
});
