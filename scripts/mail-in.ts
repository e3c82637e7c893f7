import { readEnvironment } from "@/lib/platform/config/env";
import { hasBuild } from "./portal/build-portal";
import { requireOwnPortal } from "./postgres/require-portal-database";
import { CommandError } from "./process/command-error";
import { programs } from "./process/programs";
import { runCommand } from "./process/run-command";
import { startProcess } from "./process/start-process";

/** `npm run mail-in`: accepts email on MAIL_IN_PORT and stores it for the worker. Also assumes production. */
await runCommand(async (shutdown) => {
  const settings = readEnvironment({ ...process.env, NODE_ENV: "production" });
  if (settings.MAIL_IN_PORT === undefined) throw new CommandError("Set MAIL_IN_PORT first: see .env.example.");
  await requireOwnPortal(settings);
  if (!hasBuild()) throw new CommandError("No build found. Run npm run build first.");
  const entrance = startProcess(shutdown, programs.mailIn, {
    env: { NODE_ENV: "production", PORTAL_MODE: settings.PORTAL_MODE },
    output: "show",
  });
  process.exitCode = await entrance.exited;
});
