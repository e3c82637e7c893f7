import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { searchText } from "@/lib/platform/kernel/search-text";
import { execute } from "@/lib/platform/operations/execute";
import { listMail } from "@/lib/staff/mail/list-mail";
import { listInboundMail } from "@/lib/support/inbound-mail/list-inbound-mail";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

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

/** What the newest have, all of them, every fourth and every fiftieth, and what only the older ones have. */
const text = `'LW-' || n || case when n % 4 = 0 then '-vierte' else '' end || case when n % 50 = 7 then ' zq%' else '' end
  || case when n > 300 then ' xj_' else '' end`;
const minutes = "now() - n * interval '1 minute'";
const laid = [
  "set session_replication_role = replica",
  `insert into "Invoice" ("id", "accountId", "number", "status", "currency", "subtotalMinor", "taxMinor", "totalMinor", "seller", "buyer", "issuedAt", "dueAt", "paidAt")
   select gen_random_uuid(), case when n % 2 = 0 then $1 else (select "id" from "Account" where "id" <> $1 order by "id" limit 1) end, ${text}, 'paid', 'EUR', 0, 0, 0, '{}', '{}', ${minutes}, ${minutes}, ${minutes}
   from generate_series(1, 600) n`,
  `insert into "OutboxMail" ("id", "kind", "template", "toAddress", "toName", "subject", "html", "text", "messageId", "status", "createdAt")
   select gen_random_uuid(), (case when n % 10 = 3 then 'workspace' else 'services' end)::"MailKind", 'laid', 'a@laid.example', 'A', ${text}, '', '', 'laid-' || n, 'sent', ${minutes}
   from generate_series(1, 600) n`,
  `insert into "InboundMail" ("id", "entrance", "state", "envelopeFrom", "envelopeTo", "contentHash", "bytes", "keepUntil", "receivedAt", "doneAt", "outcome", "summary", "fromAddress", "fromName", "subject")
   select gen_random_uuid(), 'smtp', 'done', 'a@laid.example', 'support@portcullis.example', md5(n::text), 1, now() + interval '1 day', ${minutes}, now(), 'refused', 'Refused.', 'a@laid.example', 'A', ${text}
   from generate_series(1, 600) n`,
  "reset session_replication_role",
];

const MANAGER = "staff-manager@portcullis.example";
const lists = {
  invoices: {
    of: async (q: string) => execute(await portal.as("owner@northwind.example"), account, listInvoices, { q }),
    rows: `select "numberSearch" as text from "Invoice" where "accountId" = $1`,
  },
  "sent mail": {
    of: async (q: string) => execute(await portal.as(MANAGER), null, listMail, { q }),
    rows: `select "search" as text from "OutboxMail" where $1::uuid is not null and "kind" <> 'workspace'`,
  },
  "received mail": {
    of: async (q: string) => execute(await portal.as(MANAGER), null, listInboundMail, { q }),
    rows: `select "search" as text from "InboundMail" where $1::uuid is not null`,
  },
};

const SEARCHES = ["l", "4-", "vierte", "zq", "q%", "%", "xj", "_", "no such", "lw zq", "\\"];
const asked = Object.entries(lists).flatMap(([name, list]) => SEARCHES.map((q) => [name, q, list] as const));

describe("a list finds by letters what a comparison of each row finds", () => {
  it.each(asked)("%s: %s", async (_, q, { of, rows: all }) => {
    const words = searchText(q).split(" ");
    const has = words.map((_, index) => `strpos(text, $${index + 2}) > 0`).join(" and ");
    const { rows } = await client.query<{ number: string }>(`select count(*) as number from (${all}) f where ${has}`, [
      account,
      ...words,
    ]);
    expect((await of(q)).total).toBe(Number(rows[0]?.number));
  });
});
