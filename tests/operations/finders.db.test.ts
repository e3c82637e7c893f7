import { Client } from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { lay } from "@/bench/growth/lay";
import { scheduledJobs } from "@/lib/jobs/scheduled-jobs";
import { asWorker } from "@/lib/platform/db/transaction";
import { type Explained, explained } from "@/tests/fixtures/explained";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const FIRST = "00000000-0000-0000-0000-000000000000";
const MOST = 200;
/** Accounts are few beside what they have, and joining hundreds of them at once is right. */
const FEW = "Account";

let portal: TestPortal;
let sizes: ReadonlyMap<string, number>;
beforeAll(async () => {
  portal = await testPortal();
  const client = new Client({ connectionString: portal.url });
  await client.connect();
  await lay(client, { accounts: 300, bigInvoices: 0, crowd: 0 }, () => {});
  for (const statement of QUIET_DAY) await client.query(statement);
  const { rows } = await client.query<{ relname: string; size: number }>(
    "select relname, reltuples::int as size from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace",
  );
  sizes = new Map(rows.map(({ relname, size }) => [relname, size]));
  await client.end();
});
afterAll(() => portal.close());

/** One account in twenty is in debt, its services are suspended, and every reminder was sent. */
const QUIET_DAY = [
  "set session_replication_role = replica",
  `update "Invoice" i set "status" = 'paid', "paidMinor" = "totalMinor", "nextChargeAt" = null from "Account" a
   where a."id" = i."accountId" and i."status" = 'open' and a."number" like 'G-%' and substr(a."number", 3)::int % 20 <> 0`,
  `insert into "InvoiceReminder" ("id", "accountId", "invoiceId", "step", "sentAt", "sentTo")
   select gen_random_uuid(), "accountId", "id", step, now(), 1 from "Invoice", unnest(array[-3, 0, 3, 7, 14]) step where "status" = 'open'
   on conflict do nothing`,
  `update "Service" s set "status" = 'suspended', "suspendedForDebt" = true from "Invoice" i
   where i."accountId" = s."accountId" and i."status" = 'open'`,
  "vacuum analyze",
];

/** What reads more than a third of a table, or as many rows as are looked for at most. */
const tooMuch = (statements: readonly Explained[]): string[] =>
  statements.flatMap(({ nodes, text }) =>
    nodes
      .filter(({ table }) => table !== undefined && table !== FEW)
      .filter(({ table, read }) => read > Math.max(MOST, (sizes.get(table ?? "") ?? 0) / 3))
      .map(({ kind, table, read }) => `${kind} of ${read} rows of ${table}: ${text.slice(0, 2_000)}`),
  );

test("a finder that reads a whole table is noticed", async () => {
  const found = await explained(() => portal.owner.$queryRaw`select count(*) from "Refund"`);
  expect(tooMuch(found)).toEqual([expect.stringMatching(/Scan of \d+ rows of Refund/)]);
});

test.each(scheduledJobs.map((job) => [job.name, job] as const))(
  "on a quiet day the worker finds nothing to %s without reading what there is",
  async (_, job) => {
    let found = MOST;
    const statements = await explained(async () => {
      const items = await asWorker((db) => job.find(db, new Date(), FIRST, MOST));
      found = items.length;
    });
    expect(found).toBeLessThan(5);
    expect(statements.length).toBeGreaterThan(0);
    expect(tooMuch(statements)).toEqual([]);
  },
);
