import pino, { type Logger } from "pino";
import { logSettings } from "@/lib/platform/config/env";
import { currentRequestId } from "@/lib/platform/kernel/request-id";
import { redact } from "./redact";

const kept = globalThis as { portcullisLog?: Logger };

/**
 * The process's log: one line of JSON per event, on stdout in production. Each line names the request or job run it
 * belongs to by the id that its rows in the activity log carry.
 */
export function log(): Logger {
  kept.portcullisLog ??= openLog(logSettings());
  return kept.portcullisLog;
}

/** Elsewhere stdout belongs to the command that started the process, and stderr is what it shows. */
function openLog({ level, production }: ReturnType<typeof logSettings>): Logger {
  return createLog(level, pino.destination({ fd: production ? 1 : 2, sync: true }));
}

/** A log that writes to `destination`. Secrets are removed from the finished line, so no field can be forgotten. */
export function createLog(level: string, destination: pino.DestinationStream): Logger {
  return pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: pino.stdTimeFunctions.isoTime,
      formatters: { level: (label) => ({ level: label }) },
      mixin: () => {
        const requestId = currentRequestId();
        return requestId === undefined ? {} : { requestId };
      },
      hooks: { streamWrite: redact },
    },
    destination,
  );
}
