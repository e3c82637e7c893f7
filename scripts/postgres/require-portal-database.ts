import type { Client } from "pg";
import type { Environment } from "@/lib/platform/config/env";
import { excessiveRights, missingRights, readLoginRights } from "@/lib/platform/db/login-rights";
import { migrationProblem, tablesProblem } from "@/lib/platform/db/migration-state";
import { changedKeys, knownKeys } from "@/lib/platform/db/ring-check";
import { secretMatches } from "@/lib/platform/db/secret-check";
import { ringOf } from "@/lib/platform/keys/key-ring";
import { CommandError } from "../process/command-error";
import { connect } from "./connect";

export const wrongSecret =
  "PORTAL_SECRET isn't the one this database was set up with. Restore the old one. If it is lost, run npm run setup -- --replace-secret: sessions, links and stored service credentials from before then stop working.";

export const wrongKey = (id: number): string =>
  `Key ${id} in KEYS isn't the key ${id} this database knows. Restore the old one, or give the new key a number of its own.`;

/**
 * Checks that a database answers, belongs to this version, and lets its login do what it must.
 *
 * @throws CommandError
 */
export async function requirePortalDatabase(url: string): Promise<void> {
  await check(url, databaseProblem);
}

/**
 * Checks the same for a process of production, and that its login may do nothing more and its secret is the right one.
 *
 * @throws CommandError
 */
export async function requireOwnPortal(settings: Environment): Promise<void> {
  await check(
    settings.DATABASE_URL,
    async (client) => (await databaseProblem(client)) ?? (await productionProblem(client, settings)),
  );
}

async function check(url: string, problemOf: (client: Client) => Promise<string | undefined>): Promise<void> {
  const client = await connect(url);
  const problem = await problemOf(client).finally(() => client.end());
  if (problem) throw new CommandError(problem);
}

async function databaseProblem(client: Client): Promise<string | undefined> {
  return (
    (await tablesProblem(client)) ?? missingRights(await readLoginRights(client)) ?? (await migrationProblem(client))
  );
}

async function productionProblem(client: Client, settings: Environment): Promise<string | undefined> {
  if (settings.PORTAL_MODE !== "production") return undefined;
  const excessive = excessiveRights(await readLoginRights(client));
  if (excessive) return excessive;
  if (!(await secretMatches(client, settings.PORTAL_SECRET, { record: true }))) return wrongSecret;
  const [changed] = changedKeys(await knownKeys(client), ringOf(settings));
  return changed === undefined ? undefined : wrongKey(changed);
}
