import { text } from "node:stream/consumers";
import { readEnvironment } from "@/lib/platform/config/env";
import { requireOwnPortal } from "./postgres/require-portal-database";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";
import { acceptSecret } from "./setup/accept-secret";
import { askForMissing } from "./setup/ask-for-missing";
import { firstRun } from "./setup/first-run";
import { printLink } from "./setup/print-link";
import { readSetupArguments } from "./setup/read-arguments";

/**
 * `npm run setup`: makes the first manager, and the seller if the company's details are given. Without a password on the
 * standard input it prints a link that sets one.
 */
await runCommand(async () => {
  const given = readSetupArguments(process.argv.slice(2));
  process.env.PORTAL_MODE ||= "production";
  const settings = readEnvironment(process.env);
  if (given.replaceSecret) return acceptSecret(settings);
  await requireOwnPortal(settings);
  if (given.link) return printLink();
  const complete = process.stdin.isTTY ? await askForMissing(given) : given;
  await firstRun(complete, given.passwordStdin ? await readPassword() : null, settings);
});

/** One line; the line break isn't part of it. */
async function readPassword(): Promise<string> {
  const password = (await text(process.stdin)).replace(/\r?\n$/, "");
  if (password === "") throw new CommandError("No password on the standard input.");
  return password;
}
