import type { Client } from "pg";
import { loadMembers } from "@/lib/platform/db/load-subject";
import { asIdentity } from "@/lib/platform/db/transaction";
import { canSome } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";

export interface SelfTest {
  readonly accounts: number;
  readonly contacts: number;
  /** One sentence for each thing that isn't as the policy says. */
  readonly problems: readonly string[];
}

/** Enough to notice that policies or roles are missing; every account would take as long as loading them. */
const MOST_ACCOUNTS = 200;

/** Checks that the database shows an account nothing of others, and that people on it have what the policy gives them. */
export async function selfTest(client: Client): Promise<SelfTest> {
  const ids = await sampleAccounts(client);
  const problems = await unboundTables(client, ids);
  let contacts = 0;
  for (const id of ids) {
    const members = await asIdentity((db) => loadMembers(db, id, new Date()));
    contacts += members.length;
    problems.push(...accessProblems(id, members));
  }
  return { accounts: ids.length, contacts, problems };
}

async function sampleAccounts(client: Client): Promise<string[]> {
  await client.query("begin; set local role portcullis_backup");
  const { rows } = await client.query<{ id: string }>(`select id from "Account" order by id limit ${MOST_ACCOUNTS}`);
  await client.query("rollback");
  return rows.map(({ id }) => id);
}

/** Tables in which the application's role sees rows of an account that it didn't enter. */
async function unboundTables(client: Client, ids: readonly string[]): Promise<string[]> {
  const { rows: tables } = await client.query<{ name: string }>(
    `select c.oid::regclass::text as name from pg_class c join pg_attribute a on a.attrelid = c.oid
     where c.relkind in ('r', 'p') and c.relnamespace = 'public'::regnamespace and a.attname = 'accountId'
       and has_table_privilege('portcullis_app', c.oid, 'select')`,
  );
  const problems: string[] = [];
  for (const entered of ["", ...ids.slice(0, 3)]) {
    await client.query("begin; set local role portcullis_app");
    await client.query("select set_config('portcullis.account', $1, true)", [entered]);
    for (const { name } of tables) {
      const { rows } = await client.query(`select 1 from ${name} where "accountId"::text <> $1 limit 1`, [entered]);
      if (rows.length > 0) problems.push(`${name} shows rows of other accounts.`);
    }
    await client.query("rollback");
  }
  return problems;
}

function accessProblems(accountId: string, members: Awaited<ReturnType<typeof loadMembers>>): string[] {
  const problems: string[] = [];
  const owners = members.filter(({ subject }) => subject.roles.some(({ role }) => role === "owner"));
  if (owners.length !== 1) problems.push(`Account ${accountId} has ${owners.length} owners.`);
  for (const { contactId, subject } of members) {
    const viewer = viewerOf(subject);
    const roles = new Set(subject.roles.map(({ role }) => role));
    if (canSome(viewer, "services.cancel") && !roles.has("owner")) {
      problems.push(`Contact ${contactId} can cancel services without being the owner.`);
    }
    const onlySupport = roles.size === 1 && roles.has("support") && subject.overrides.length === 0;
    if (onlySupport && canSome(viewer, "billing.invoices.view")) {
      problems.push(`Contact ${contactId} can see invoices with the Support role alone.`);
    }
  }
  return problems;
}
