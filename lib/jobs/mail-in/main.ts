import { env } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { exitWithReason } from "@/lib/platform/logging/exit-with-reason";
import { log } from "@/lib/platform/logging/log";
import { logConsole } from "@/lib/platform/logging/log-console";
import { startSmtpEntrance } from "@/lib/support/inbound-mail/smtp-entrance";

const END_MS = 8_000;

/** The process that accepts mail and stores it: runs until it receives a signal. The worker processes what it stored. */
async function main(): Promise<void> {
  const { PORTAL_MODE, MAIL_IN_PORT, MAIL_IN_HOST } = env();
  if (PORTAL_MODE === "production") logConsole();
  if (MAIL_IN_PORT === undefined) throw new Error("MAIL_IN_PORT is missing: see .env.example.");
  const entrance = await startSmtpEntrance(MAIL_IN_PORT);
  for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"] as const) {
    process.once(signal, () => {
      withDeadline(END_MS, entrance.close().then(disconnect)).then(() => process.exit(0), exitWithReason);
    });
  }
  log().info({ host: MAIL_IN_HOST, port: entrance.port }, "Accepting email.");
}

await main().catch(exitWithReason);
