import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { find } from "@/lib/home/search/find";
import { execute } from "@/lib/platform/operations/execute";
import { listQueue } from "@/lib/support/queue/list-queue";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const OWNER = "owner@northwind.example";
const MANAGER = "staff-manager@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";

let portal: TestPortal;
let account: string;
let client: Client;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  client = new Client({ connectionString: portal.url });
  await client.connect();
  for (const statement of laid) await client.query(statement, statement.includes("$1") ? [account] : []);
});
afterAll(async () => {
  await client.end();
  await portal.close();
});

/** Two hundred tickets of the account and as many of others: words that all, every ninth, every fiftieth and one of them have. */
const laid = [
  "set session_replication_role = replica",
  `insert into "Ticket" ("id", "accountId", "number", "subject", "status", "department", "openedByName", "createdAt", "lastMessageAt")
   select gen_random_uuid(), case when n % 2 = 0 then $1 else (select "id" from "Account" where "id" <> $1 order by "id" limit 1) end, 100000 + n,
     'Laid ' || n || case when n % 100 = 4 then ' zq' else '' end, (case when n % 4 = 0 then 'open' else 'answered' end)::"TicketStatus",
     (case when n % 3 = 0 then 'billing' else 'support' end)::"Department", 'Owner', now() - n * interval '1 minute', now() - n * interval '1 minute'
   from generate_series(1, 400) n`,
  `insert into "TicketMessage" ("id", "accountId", "ticketId", "authorName", "authorIsStaff", "internal", "body")
   select gen_random_uuid(), "accountId", "id", 'Owner', turn = 3, turn = 3, case turn when 1 then 'Everywhere' when 3 then 'Whispered'
     else concat_ws(' ', 'text', case when "number" % 9 = 0 then 'ninthly' end, case when "number" % 50 = 0 then 'fiftieth' end, case when "number" = 100200 then 'onceonly' end) end
   from "Ticket", generate_series(1, 3) turn where "number" > 100000 and (turn < 3 or "number" % 30 = 0)`,
  "reset session_replication_role",
];

/** The tickets that the words are in, compared one by one. */
async function expected(q: string, { notes, where }: { readonly notes: boolean; readonly where: string }) {
  const withWord = q
    .split(" ")
    .map((word) => {
      const like = `like '%${word}%'`;
      const inMessages = `exists (select from "TicketMessage" m where m."ticketId" = t."id" and m."bodySearch" ${like} ${notes ? "" : 'and not m."internal"'})`;
      return `(t."subjectSearch" ${like} ${/^\d+$/.test(word) ? `or t."number" = ${word}` : ""} ${word.length < 3 ? "" : `or ${inMessages}`})`;
    })
    .join(" and ");
  const { rows } = await client.query<{ number: number }>(
    `select t."number" from "Ticket" t where ${where} and ${withWord} order by 1`,
  );
  return rows.map(({ number }) => number);
}

type Page = { items: readonly { number: number }[]; hasNext: boolean; total: number; totalIsExact: boolean };

async function everyPage(read: (page: number) => Promise<Page>) {
  const numbers: number[] = [];
  for (let page = 1; ; page += 1) {
    const { items, hasNext, total, totalIsExact } = await read(page);
    numbers.push(...items.map(({ number }) => number));
    if (totalIsExact) expect(total).toBeGreaterThanOrEqual(numbers.length);
    else expect(total).toBeLessThan(500);
    if (!hasNext) return numbers.toSorted((a, b) => a - b);
  }
}

const SEARCHES = [
  "everywhere",
  "ninthly",
  "fiftieth",
  "onceonly",
  "zq",
  "no",
  "nowhere",
  "100200",
  "everywhere ninthly",
  "everywhere onceonly",
  "fiftieth zq",
  "fiftieth onceonly",
  "whispered",
  "whispered ninthly",
];

describe.each(SEARCHES)("a search for %s finds what comparing each ticket finds", (q) => {
  it("in the account's list, in every order", async () => {
    const caller = await portal.as(OWNER);
    const where = `t."accountId" = '${account}'`;
    const numbers = await expected(q, { notes: false, where });
    for (const sort of ["activity", "subject", "status"] as const) {
      expect(await everyPage((page) => execute(caller, account, listTickets, { q, sort, page }))).toEqual(numbers);
    }
    const open = await expected(q, { notes: false, where: `${where} and t."status" = 'open'` });
    expect(await everyPage((page) => execute(caller, account, listTickets, { q, status: "open", page }))).toEqual(open);
  });

  it("in the queue, with notes where they may be read", async () => {
    for (const [email, where] of [
      [MANAGER, "true"],
      [ACCOUNTING, `t."department" = 'billing'`],
    ] as const) {
      const caller = await portal.as(email);
      const numbers = await expected(q, { notes: true, where });
      expect(await everyPage((page) => execute(caller, null, listQueue, { q, page }))).toEqual(numbers);
    }
  });

  it("in the search over everything", async () => {
    const { results } = await execute(await portal.as(OWNER), account, find, { q });
    const tickets = results.filter(({ kind }) => kind === "Tickets");
    const numbers = await expected(q, { notes: false, where: `t."accountId" = '${account}'` });
    expect(tickets.length).toBe(Math.min(numbers.length, 8));
  });
});

it("the functions that look words up find nothing of another account, and no note for customers", async () => {
  await client.query("begin");
  await client.query("select set_config('portcullis.account', $1, true)", [account]);
  await client.query("set local role portcullis_app");
  const found = async (word: string) =>
    (await client.query("select * from portcullis_account_tickets_with($1, '%' || $1 || '%', 0)", [word])).rows.length;
  expect([await found("ninthly"), await found("whispered")]).toEqual([22, 0]);
  await expect(client.query("select * from portcullis_all_tickets_with('ninthly', '%ninthly%', 0)")).rejects.toThrow(
    /permission denied/,
  );
  await client.query("rollback");
});
