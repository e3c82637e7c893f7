import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withoutIndexes } from "@/bench/growth/without-indexes";
import { execute } from "@/lib/platform/operations/execute";
import { countQueue } from "@/lib/support/queue/count-queue";
import { listQueue } from "@/lib/support/queue/list-queue";
import { queueViews } from "@/lib/support/queue/schema";
import { setDueTimes } from "@/lib/support/service-levels/set-due-times";
import { type Explained, explained } from "@/tests/fixtures/explained";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const MANAGER = "staff-manager@portcullis.example";
const AGENT = "staff-support@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";
/** Rows of a table that one page may read: counting stops at a thousand. */
const MOST_READ = 2_500;
const LARGE = ["Ticket", "TicketMessage"];

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
  const client = new Client({ connectionString: portal.url });
  await client.connect();
  await client.query("set session_replication_role = replica");
  const restoreIndexes = await withoutIndexes(client, LARGE);
  for (const statement of laid) await client.query(statement);
  await restoreIndexes();
  for (const table of LARGE) await client.query(`vacuum analyze "${table}"`);
  await client.end();
});
afterAll(() => portal.close());

/** Twenty thousand tickets that wait and as many that are closed, in all accounts, and two messages in each. */
const laid = [
  `insert into "Ticket" ("id", "accountId", "number", "subject", "status", "department", "openedByName", "createdAt", "lastMessageAt", "closedAt", "dueAt", "assigneeId", "dueVersion")
   select gen_random_uuid(), a."id", 100000 + n, 'Laid ' || md5(n::text), (case when n % 2 = 0 then 'open' else 'closed' end)::"TicketStatus",
     (case when n % 3 = 0 then 'billing' else 'support' end)::"Department", 'Owner', now() - n * interval '1 minute', now() - n * interval '1 minute',
     case when n % 2 = 1 then now() - n * interval '1 second' end, case when n % 4 = 0 then now() + (n - 10000) * interval '1 minute' end,
     case when n % 50 = 0 then (select "personId" from "StaffMember" where 'agent' = any ("roles") limit 1) end, 1000
   from generate_series(1, 40000) n join (select "id", row_number() over (order by "id") as at, count(*) over () as many from "Account") a on a.at = 1 + n % a.many`,
  `insert into "TicketMessage" ("id", "accountId", "ticketId", "authorName", "body")
   select gen_random_uuid(), "accountId", "id", 'Owner', 'Common words about ' || md5("number"::text || turn) from "Ticket", generate_series(1, 2) turn where "number" > 100000`,
];

const tooMuch = (statements: readonly Explained[], most = MOST_READ): string[] =>
  statements.flatMap(({ nodes, text }) =>
    nodes
      .filter(({ table, read }) => LARGE.includes(table ?? "") && read > most)
      .map(({ kind, table, read }) => `${kind} of ${read} rows of ${table}: ${text.slice(0, 2_000)}`),
  );

const list = async (email: string, input: object) => {
  const caller = await portal.as(email);
  return explained(() => execute(caller, null, listQueue, input));
};

test("a statement that reads all tickets is noticed", async () => {
  const found = await explained(() => portal.owner.$queryRaw`select count(*) from "Ticket" where "subject" <> ''`);
  expect(tooMuch(found)).toEqual([expect.stringMatching(/Scan of \d+ rows of Ticket/)]);
});

describe.each([MANAGER, AGENT, ACCOUNTING])("for %s", (email) => {
  test.each(queueViews)("the view %s reads no more than its page and its count need", async (view) => {
    expect(tooMuch(await list(email, { view }))).toEqual([]);
    expect(tooMuch(await list(email, { view, page: 20 }))).toEqual([]);
    expect(tooMuch(await list(email, { view, department: "billing" }))).toEqual([]);
  });

  test("its counts do so as well", async () => {
    const caller = await portal.as(email);
    expect(tooMuch(await explained(() => execute(caller, null, countQueue, {})))).toEqual([]);
  });

  test.each(["a2b4c6", "no such thing", "#100777", "zq", "la", "common words a2b4c6"])(
    "a search for %s reads what it finds",
    async (q) => {
      expect(tooMuch(await list(email, { q }))).toEqual([]);
    },
  );

  test("a search for what is in every message soon finds a page", async () => {
    expect(tooMuch(await list(email, { q: "common words" }), 500)).toEqual([]);
  });
});

test("words that few tickets have, and two letters, are looked up by the database without reading the others", async () => {
  const client = new Client({ connectionString: portal.url });
  await client.connect();
  await client.query("begin; set local random_page_cost = 1.1; set local role portcullis_staff");
  await client.query(
    "select f.* from unnest('{a2b4c6,no such thing,zq}'::text[]) w, portcullis_all_tickets_with(w, '%' || w || '%', 0) f",
  );
  await client.query("reset role");
  const { rows } = await client.query<{ read: string }>(
    "select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) as read from pg_stat_xact_user_tables where relname like 'Ticket%'",
  );
  await client.end();
  expect(Number(rows[0]?.read)).toBeLessThan(100);
});

test("the worker finds that nothing has to be computed without reading what waits", async () => {
  await setDueTimes();
  expect(tooMuch(await explained(() => setDueTimes()), 10)).toEqual([]);
});
