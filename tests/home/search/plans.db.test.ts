import { randomUUID } from "node:crypto";
import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { withoutIndexes } from "@/bench/growth/without-indexes";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";

const ACCOUNTS = 200;
const EACH = 100;
const LAID = ["Account", "Contact", "Invoice", "Ticket", "OutboxMail", "InboundMail"];

let database: TestDatabase;
let client: Client;
const account = randomUUID();
beforeAll(async () => {
  database = await freshDatabase();
  client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query("set session_replication_role = replica");
  const restoreIndexes = await withoutIndexes(client, LAID);
  // 20,000 contacts, invoices and tickets in 200 accounts, one of them the account that is searched.
  await client.query(
    `insert into "Account" ("id", "number", "name", "ownerContactId", "legalName", "addressLine1", "postalCode", "city", "country", "currency")
     select case when n = 1 then $1::uuid else gen_random_uuid() end, 'C-' || n, 'Company ' || md5(n::text), gen_random_uuid(),
       'Company ' || n, 'Street', '', 'Town', 'NL', 'EUR' from generate_series(1, $2::int) n`,
    [account, ACCOUNTS],
  );
  const rows = `from "Account" a, generate_series(1, ${EACH}) n`;
  await client.query(
    `insert into "Contact" ("id", "accountId", "kind", "status", "name", "email")
    select gen_random_uuid(), a."id", 'member', 'active', md5(n || a."number") || ' Gómez', n || '@' || a."number" || '.example' ${rows}`.replace(
      "n || '@' || a.\"number\"",
      "n || '@' || lower(a.\"number\")",
    ),
  );
  await client.query(`insert into "Invoice" ("id", "accountId", "number", "status", "currency", "subtotalMinor", "taxMinor", "totalMinor", "seller", "buyer", "issuedAt")
    select gen_random_uuid(), a."id", a."number" || '-' || n, 'open', 'EUR', n, 0, n, '{}', '{}', now() - n * interval '1 day' ${rows}`);
  await client.query(`insert into "Ticket" ("id", "accountId", "subject", "openedByName", "lastMessageAt")
    select gen_random_uuid(), a."id", md5(n::text), 'Ana', now() - n * interval '1 hour' ${rows}`);
  await client.query(`insert into "OutboxMail" ("id", "kind", "template", "toAddress", "toName", "subject", "html", "text", "messageId")
    select gen_random_uuid(), 'people', 'x', md5(n::text) || '@x.example', 'Ana', md5((-n)::text), '', '', n::text from generate_series(1, 20000) n`);
  await client.query(`insert into "InboundMail" ("id", "entrance", "envelopeFrom", "envelopeTo", "contentHash", "bytes", "keepUntil", "fromAddress", "subject")
    select gen_random_uuid(), 'smtp', md5(n::text) || '@x.example', 'support@y.example', n::text, 1, now(), md5(n::text) || '@x.example', md5((-n)::text) from generate_series(1, 20000) n`);
  await restoreIndexes();
  for (const table of LAID) await client.query(`vacuum analyze "${table}"`);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

/** The plan of a query under a role bound by row-level security. */
async function plan(role: string, sql: string): Promise<string> {
  await client.query("begin");
  try {
    await client.query(`set local role ${role}`);
    await client.query("select set_config('portcullis.account', $1, true)", [role === "portcullis_app" ? account : ""]);
    const { rows } = await client.query(`explain (costs off) ${sql}`);
    return rows.map((row) => row["QUERY PLAN"]).join("\n");
  } finally {
    await client.query("rollback");
  }
}

describe("a search within an account reads its rows by an index, under row-level security", () => {
  test.each([
    [
      "people",
      `select "id" from "Contact" where "accountId" = '@' and "nameSearch" like '%gom%' order by "nameSearch", "id" limit 25`,
    ],
    [
      "invoices",
      `select "id" from "Invoice" where "accountId" = '@' and "numberSearch" like '%9%' order by "issuedAt" desc limit 25`,
    ],
    [
      "tickets",
      `select "id" from "Ticket" where "accountId" = '@' and "subjectSearch" like '%ab%' order by "lastMessageAt" desc limit 25`,
    ],
  ])("%s", async (_, sql) => {
    const found = await plan("portcullis_app", sql.replaceAll("@", account));
    expect(found).not.toMatch(/Seq Scan/);
    expect(found).toMatch(/Index Cond: \(\(?"accountId" = /);
  });
});

describe("a staff search over all accounts uses a trigram index", () => {
  test.each([
    [
      "people by name",
      `select "accountId" from "Contact" where "nameSearch" like '%abcde%'`,
      /Contact_(account_)?nameSearch/,
    ],
    [
      "people by address",
      `select "accountId" from "Contact" where "detailsSearch" like '%99@c-123%'`,
      /Contact_(account_)?detailsSearch/,
    ],
  ])("%s", async (_, sql, index) => {
    expect(await plan("portcullis_staff", sql)).toMatch(index);
  });

  test("mail, by the owner of the tables and without what is about the workspace", async () => {
    const inner = `select "id" from "OutboxMail" where "search" like '%abcde%' and "kindKey" <> 'workspace' limit 1001`;
    expect(await plan("none", inner)).toMatch(/OutboxMail_search/);
    await client.query("begin");
    await client.query("set local role portcullis_staff");
    const { rows } = await client.query("select count(*)::int from portcullis_mail_found('%' || md5('-7') || '%', 10)");
    await client.query("rollback");
    expect(rows).toEqual([{ count: 1 }]);
  });

  test("received email, by the owner of the tables", async () => {
    const inner = `select "id" from "InboundMail" where "search" like '%abcde%' limit 1001`;
    expect(await plan("none", inner)).toMatch(/InboundMail_search/);
    await client.query("begin");
    await client.query("set local role portcullis_staff");
    const { rows } = await client.query(
      "select count(*)::int from portcullis_inbound_mail_found('%' || md5('-7') || '%', 10)",
    );
    await client.query("rollback");
    expect(rows).toEqual([{ count: 1 }]);
  });
});
