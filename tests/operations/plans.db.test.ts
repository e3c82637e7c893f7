import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lay } from "@/bench/growth/lay";
import { ownerAddress, places } from "@/bench/growth/size";
import { operations } from "@/lib/http/registry";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { type Explained, explained } from "@/tests/fixtures/explained";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { operationTests } from "./expected";

const STAFF = "staff-manager@portcullis.example";
/** Rows of a table that one page may read. Counting stops at a thousand, and a filter may throw away as many again. */
const MOST_READ = 2_500;
/** Far more than that: each is laid with at least twice as many rows. */
const LARGE = [
  "Invoice",
  "InvoiceLine",
  "Payment",
  "PaymentAllocation",
  "LedgerEntry",
  "LedgerLine",
  "TicketMessage",
  "AuditEvent",
];

let portal: TestPortal;
let accountId: string;
beforeAll(async () => {
  portal = await testPortal();
  const client = new Client({ connectionString: portal.url });
  await client.connect();
  await lay(client, { accounts: 150, bigInvoices: 20_000, crowd: 0 }, () => {});
  await client.end();
  const big = await portal.owner.account.findUniqueOrThrow({ where: { number: `G-${places.big}` } });
  accountId = big.id;
}, 240_000);
afterAll(() => portal.close());

/** Whatever answers with pages of a list. */
const lists = operations.filter(
  ({ kind, output }) => kind === "query" && "hasNext" in ((output as { shape?: object }).shape ?? {}),
);

/** Runs it for the large account, or for staff over all accounts, and explains its statements under row-level security. */
async function statementsOf(operation: AnyOperation, input: object): Promise<Explained[]> {
  const isOwners = operationTests[operation.name]?.may.trim().startsWith("+");
  const email = isOwners ? ownerAddress(places.big) : STAFF;
  const caller = await portal.as(email);
  const sample = await operationTests[operation.name]?.sample({ portal, accountId, email });
  const account = operation.scope === "account" ? accountId : null;
  return explained(() => execute(caller, account, operation as never, { ...sample, ...input } as never));
}

const tooMuch = (statements: readonly Explained[]): string[] =>
  statements.flatMap(({ nodes, text }) =>
    nodes
      .filter(({ table, read }) => read > MOST_READ && table !== undefined)
      .map(({ kind, table, read }) => `${kind} of ${read} rows of ${table}: ${text.slice(0, 2_000)}`),
  );

test("the laid tables are larger than a page may read", async () => {
  const found = await portal.owner.$queryRaw<{ relname: string; rows: number }[]>`
    select relname, reltuples::int as rows from pg_class where relname = any (${LARGE})`;
  for (const { relname, rows } of found) expect(rows, relname).toBeGreaterThan(MOST_READ * 2);
  expect(found).toHaveLength(LARGE.length);
});

test("a statement that reads a whole table is noticed", async () => {
  const found = await explained(() => portal.owner.$queryRaw`select count(*) from "InvoiceLine"`);
  expect(tooMuch(found)).toEqual([expect.stringMatching(/Scan of \d+ rows of InvoiceLine/)]);
});

describe("a list reads no more of a large table than its page and its count need", () => {
  test.each(lists.map((operation) => [operation.name, operation] as const))("%s", async (_, operation) => {
    const statements = await statementsOf(operation, {});
    expect(statements.length).toBeGreaterThan(1);
    expect(tooMuch(statements)).toEqual([]);
  });
});

describe("a list filtered by a status does so as well", () => {
  const filtered = lists.flatMap((operation) => {
    const { status } = (operation.input as { shape: Record<string, { unwrap?(): { options?: string[] } }> }).shape;
    const options = status?.unwrap?.().options ?? [];
    return options.map((value) => [operation.name, value, operation] as const);
  });
  test.each(filtered)("%s: %s", async (_, status, operation) => {
    expect(tooMuch(await statementsOf(operation, { status }))).toEqual([]);
  });
});

describe("what is shown of a large account at a glance", () => {
  test.each(["billing.view-overview", "dashboard.view", "payment-methods.list", "accounting.report-taxes"])(
    "%s",
    async (name) => {
      const operation = operations.find((one) => one.name === name);
      if (operation === undefined) throw new Error(`There is no ${name}.`);
      // A year's spend and the balance due are added up from an index alone.
      const fromRows = (one: string) => !one.startsWith("Index Only Scan");
      expect(tooMuch(await statementsOf(operation, {})).filter(fromRows)).toEqual([]);
    },
  );
});
