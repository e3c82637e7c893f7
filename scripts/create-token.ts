import { parseArgs } from "node:util";
// Which permissions there are to hold: without it the token would have none.
import "@/lib/http/registry";
import { openSessionFor } from "@/lib/identity/sign-in/open-session-for";
import { signOut } from "@/lib/identity/sign-in/sign-out";
import { createToken, LONGEST_TOKEN_DAYS } from "@/lib/identity/tokens/create-token";
import { listHeldPermissions } from "@/lib/identity/tokens/list-held-permissions";
import { execute } from "@/lib/platform/operations/execute";
import { ownMigratedDatabase } from "./postgres/own-database";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";

const usage = "Usage: npm run -s token -- owner@northwind.example [--days 30] [--name deploy]";

/**
 * `npm run -s token -- EMAIL [--days N] [--name NAME]`: prints a new API token, and nothing else, with all the
 * person's permissions. It is created by the profile page's operation, in a session that ends with the command.
 */
await runCommand(async (shutdown) => {
  const { email, days, name } = readArguments();
  process.env.DATABASE_URL = await ownMigratedDatabase(shutdown);
  const credential = await openSessionFor(email);
  if (credential === null) throw new CommandError(`No login found for ${email}.`);
  const caller = { credential, via: "api", ip: "local" } as const;
  try {
    const { items } = await execute(caller, null, listHeldPermissions, {});
    const permissions = items.map(({ permission }) => permission);
    const { token } = await execute(caller, null, createToken, { name, permissions, days });
    console.log(token);
  } finally {
    await signOut(credential, caller.ip);
  }
});

function readArguments(): { email: string; days: number; name: string } {
  const { values, positionals } = parse();
  const [email] = positionals;
  if (email === undefined || positionals.length > 1) throw new CommandError(usage);
  const days = Number(values.days ?? 30);
  if (!Number.isInteger(days) || days < 1 || days > LONGEST_TOKEN_DAYS) {
    throw new CommandError(`--days must be a whole number from 1 to ${LONGEST_TOKEN_DAYS}.`);
  }
  return { email: email.trim().toLowerCase(), days, name: values.name ?? "Created on the command line" };
}

function parse() {
  try {
    return parseArgs({ allowPositionals: true, options: { days: { type: "string" }, name: { type: "string" } } });
  } catch {
    throw new CommandError(usage);
  }
}
