import type { Client } from "pg";
import type { Environment } from "@/lib/platform/config/env";
import { excessiveRights, missingRights, missingRoles, readLoginRights } from "@/lib/platform/db/login-rights";
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
 * Checks that a database answers, belongs to this version, and lets its login act as the portal's roles: what a command
 * needs, whoever keeps the job queue.
 *
 * @throws CommandError
 */
export async function requirePortalDatabase(url: string): Promise<void> {
  await check(url, databaseProblem);
}

/**
 * Checks the same for a process of the portal, and that its login keeps the job queue; in production also that it may do
 * nothing more, and that the secret is the right one.
 *
 * @throws CommandError
 */
export async function requireOwnPortal(settings: Environment): Promise<void> {
  await check(
    settings.DATABASE_URL,
    async (client) => (await databaseProblem(client)) ?? (await ownProblem(client, settings)),
  );
}

async function check(url: string, problemOf: (client: Client) => Promise<string | undefined>): Promise<void> {
  const client = await connect(url);
  const problem = await problemOf(client).finally(() => client.end());
  if (problem) throw new CommandError(problem);
}

async function databaseProblem(client: Client): Promise<string | undefined> {
  return (
    (await tablesProblem(client)) ?? missingRoles(await readLoginRights(client)) ?? (await migrationProblem(client))
  );
}

async function ownProblem(client: Client, settings: Environment): Promise<string | undefined> {
  const rights = await readLoginRights(client);
  if (settings.PORTAL_MODE !== "production") return missingRights(rights);
  // First: whoever gives the owner's login to the portal needs another login, not more rights for this one.
  const problem = excessiveRights(rights) ?? missingRights(rights);
  if (problem) return problem;
  if (!(await secretMatches(client, settings.PORTAL_SECRET, { record: true }))) return wrongSecret;
  const [changed] = changedKeys(await knownKeys(client), ringOf(settings));
  return changed === undefined ? undefined : wrongKey(changed);
}
