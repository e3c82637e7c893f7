import { parseArgs } from "node:util";
import { readEnvironment } from "@/lib/platform/config/env";
import { EnvironmentError } from "@/lib/platform/config/environment-error";
import { addressFindings } from "./doctor/address";
import { databaseFindings } from "./doctor/database";
import { filesFindings } from "./doctor/files";
import type { Finding } from "./doctor/finding";
import { type MailOptions, mailFindings } from "./doctor/mail";
import { printFindings } from "./doctor/print-findings";
import { settingsFindings } from "./doctor/settings";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";

/**
 * `npm run doctor [-- --send ADDRESS] [--dkim SELECTOR] [--json]`: says what an installation lacks, and what to do about
 * it. Changes nothing. Exit code 1 if something must be fixed.
 */
await runCommand(async () => {
  const { json, ...options } = readOptions();
  const findings = await examine(options);
  if (json) console.log(JSON.stringify(findings, null, 2));
  else printFindings(findings);
  const problems = findings.filter(({ state }) => state === "problem").length;
  if (!json) console.log(problems === 0 ? "\nNothing must be fixed." : `\n${problems} to fix.`);
  if (problems > 0) process.exitCode = 1;
});

async function examine(options: MailOptions): Promise<Finding[]> {
  const findings = settingsFindings(process.env);
  try {
    const settings = readEnvironment({ ...process.env, NODE_ENV: "production" });
    const rest = await Promise.all([
      databaseFindings(settings),
      addressFindings(settings),
      filesFindings(settings),
      mailFindings(settings, options),
    ]);
    return [...findings, ...rest.flat()];
  } catch (error) {
    // The findings about the settings say so already.
    if (error instanceof EnvironmentError) return findings;
    throw error;
  }
}

function readOptions() {
  const options = {
    json: { type: "boolean", default: false },
    send: { type: "string" },
    dkim: { type: "string" },
  } as const;
  try {
    const { json, send: sendTo, dkim: dkimSelector } = parseArgs({ options }).values;
    return { json, sendTo, dkimSelector };
  } catch {
    throw new CommandError("Usage: npm run doctor [-- --send ADDRESS] [--dkim SELECTOR] [--json]");
  }
}
