import type { Client } from "pg";
import type { Environment } from "@/lib/platform/config/env";
import { excessiveRights, missingRights, readLoginRights } from "@/lib/platform/db/login-rights";
import { migrationProblem, tablesProblem } from "@/lib/platform/db/migration-state";
import { secretMatches } from "@/lib/platform/db/secret-check";
import { ringOf } from "@/lib/platform/keys/key-ring";
import { connect } from "../postgres/connect";
import { wrongSecret } from "../postgres/require-portal-database";
import { sentenceOf } from "../process/sentence-of";
import { backupFinding } from "./backup";
import { clockFinding } from "./clock";
import { contentFindings } from "./content";
import { about, type Finding } from "./finding";
import { keysFinding } from "./keys";
import { notificationsFinding } from "./notifications";
import { workerFinding } from "./worker";

/** Everything about the database: it is asked as the portal asks it. */
export async function databaseFindings(settings: Environment): Promise<Finding[]> {
  const { ok, problem } = about("database");
  let client: Client;
  try {
    client = await connect(settings.DATABASE_URL);
  } catch (error) {
    return [problem(sentenceOf(error) ?? String(error), "Start the server, or correct DATABASE_URL.")];
  }
  try {
    const { rows } = await client.query<{ version: string }>("select current_setting('server_version') as version");
    return [
      ok(`PostgreSQL ${rows[0]?.version} answers.`),
      await clockFinding(client),
      ...(await portalFindings(client, settings)),
    ];
  } finally {
    await client.end();
  }
}

const migrate = "Run npm run db:migrate. See docs/install.md.";

async function portalFindings(client: Client, settings: Environment): Promise<Finding[]> {
  const rights = await readLoginRights(client);
  const excessive = excessiveRights(rights);
  const closed = missingRights(rights);
  const tables = await tablesProblem(client);
  if (tables) return [about("migrations").problem(tables, migrate)];
  const user = about("database user");
  const login = excessive
    ? user.problem(excessive, "Create a second login and run npm run db:migrate with both URLs. See docs/install.md.")
    : user.ok(`"${rights.login}" sees nothing outside of a transaction, with or without a pooler.`);
  if (closed) return [excessive ? login : user.problem(closed, migrate)];
  const behind = await migrationProblem(client);
  if (behind) return [login, about("migrations").problem(behind, migrate)];
  return [
    login,
    about("migrations").ok("All applied."),
    await secretFinding(client, settings.PORTAL_SECRET),
    await keysFinding(client, ringOf(settings)),
    await notificationsFinding(settings),
    await workerFinding(client),
    ...(await contentFindings(client)),
    await backupFinding(client),
  ];
}

async function secretFinding(client: Client, secret: string): Promise<Finding> {
  const { ok, problem } = about("PORTAL_SECRET");
  if (await secretMatches(client, secret, { record: false })) return ok("It belongs to this database.");
  return problem(wrongSecret, "Restore the old PORTAL_SECRET, for example from a backup of the settings.");
}
