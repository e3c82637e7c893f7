import { Client } from "pg";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { lay } from "@/bench/growth/lay";
import { ownerAddress, places } from "@/bench/growth/size";
import { operations } from "@/lib/http/registry";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation } from "@/lib/platform/operations/operation";
import { type Explained, explained } from "@/tests/fixtures/explained";
import { reopenToStaff } from "@/tests/fixtures/open-to-staff";
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
  "OutboxMail",
  "Service",
];

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
  const client = new Client({ connectionString: portal.url });
  await client.connect();
  await lay(client, { accounts: 150, bigInvoices: 20_000, crowd: 5_000 }, () => {});
  await client.query(
    `insert into "OutboxMail" ("id", "kind", "template", "toAddress", "toName", "subject", "html", "text", "messageId", "status", "createdAt")
     select gen_random_uuid(), 'services', 'plans', 'a@plans.example', 'A', 'News', '', '', 'plans-' || n, 'sent', now() - n * interval '1 second' from generate_series(1, 6000) n`,
  );
  await client.query(
    `insert into "AuditEvent" ("id", "at", "actorName", "via", "operation", "permission", "outcome", "summary", "targetType")
     select gen_random_uuid(), now() - n * interval '1 second', 'A', 'page', 'invoices.list', 'billing.invoices.view', 'denied', 'Tried', 'attempt' from generate_series(1, 6000) n`,
  );
  // The large account has some thousands of services, and few of them are of a product whose name no other has.
  await client.query(
    `insert into "Service" ("id", "accountId", "productId", "name", "status", "priceMinor", "currency", "interval", "location", "startedAt")
     select gen_random_uuid(), a."id", p."id", 'plans-' || n, 'active', 1000, 'EUR', 'month', 'AMS', now()
     from "Account" a, generate_series(1, 6000) n,
       lateral (select "id" from "Product" order by "slug" offset (n % 300 = 0)::int limit 1) p where a."number" = 'G-${places.big}'`,
  );
  await client.query(
    `update "Product" set "name" = 'Rarely ordered' where "slug" = (select "slug" from "Product" order by "slug" offset 1 limit 1)`,
  );
  await client.query('vacuum analyze "OutboxMail", "AuditEvent", "Service", "Product"');
  await client.end();
  await reopenToStaff(portal.owner);
});
afterAll(() => portal.close());

/** Whatever answers with pages of a list. */
const lists = operations.filter(
  ({ kind, output }) => kind === "query" && "hasNext" in ((output as { shape?: object }).shape ?? {}),
);

/** Runs it for a large account, or for staff over all accounts, and explains its statements under row-level security. */
async function statementsOf(
  operation: AnyOperation,
  input: object,
  place: "big" | "crowded" = "big",
  terms?: Parameters<typeof explained>[1],
): Promise<Explained[]> {
  const isOwners = operationTests[operation.name]?.may.trim().startsWith("+");
  const email = isOwners ? ownerAddress(places[place]) : STAFF;
  const accountId = await accountAt(place);
  const caller = await portal.as(email);
  const sample = await operationTests[operation.name]?.sample({ portal, accountId, email });
  const account = operation.scope === "account" ? accountId : null;
  return explained(() => execute(caller, account, operation as never, { ...sample, ...input } as never), terms);
}

const accountAt = async (place: "big" | "crowded"): Promise<string> =>
  (await portal.owner.account.findUniqueOrThrow({ where: { number: `G-${places[place]}` } })).id;

const operationNamed = (name: string): AnyOperation => {
  const operation = operations.find((one) => one.name === name);
  if (operation === undefined) throw new Error(`There is no ${name}.`);
  return operation;
};

const tooMuch = (statements: readonly Explained[], most = MOST_READ): string[] =>
  statements.flatMap(({ nodes, text }) =>
    nodes
      .filter(({ table, read }) => read > most && table !== undefined)
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
    // Staff see how many services each product has.
    const counted =
      operation.name === "catalogue.list"
        ? [expect.stringMatching(/^(?:Index Only|Seq) Scan of \d+ rows of Service:/)]
        : [];
    expect(tooMuch(statements)).toEqual(counted);
  });
});

describe("a list filtered by a status, kind or outcome does so as well", () => {
  const optionsOf = (operation: AnyOperation, filter: string) =>
    (operation.input as { shape: Record<string, { unwrap?(): { options?: string[] } }> }).shape[filter]?.unwrap?.()
      .options ?? [];
  const filtered = lists.flatMap((operation) =>
    ["status", "kind", "outcome", "age"].flatMap((filter) =>
      optionsOf(operation, filter).map((value) => [operation.name, filter, value, operation] as const),
    ),
  );
  test.each(filtered)("%s: %s %s", async (_, filter, value, operation) => {
    expect(tooMuch(await statementsOf(operation, { [filter]: value }))).toEqual([]);
  });
});

test.each(["billing", "support", "services", "settings", "people", "account"])(
  "the activity of an area is found without the rest of the log: %s",
  async (area) => {
    // Of the areas that are laid, every fourth event is one.
    expect(tooMuch(await statementsOf(operationNamed("activity.list"), { area }), 4 * 1_001)).toEqual([]);
  },
);

describe("page 400 of a list", () => {
  /** What belongs to one record is as long as that record is large: none such is laid. */
  const large = lists.filter(
    ({ input }) => "cursor" in (input as { shape: object }).shape && input.safeParse({}).success,
  );
  /** Of these there isn't a second page among what is laid. */
  const SHORT = [
    "accounting.list-returned",
    "documents.list-deleted",
    "folders.list-deleted",
    "discussions.list-groups",
    "interests.list",
    "staff-visits.list",
    "people.list-non-members",
    "people.list-requests",
    "services.list-to-set-up",
  ];
  const placeOf = ({ name }: AnyOperation) =>
    ["people.list", "people.list-not-ready"].includes(name) ? "crowded" : "big";

  /** The cursor of page 400, or of the last of these pages in a shorter list; null without a second page. */
  async function deepCursor(operation: AnyOperation): Promise<string | null> {
    const isOwners = operationTests[operation.name]?.may.trim().startsWith("+");
    const caller = await portal.as(isOwners ? ownerAddress(places[placeOf(operation)]) : STAFF);
    const account = operation.scope === "account" ? await accountAt(placeOf(operation)) : null;
    for (const page of [399, 199, 99, 9, 4, 1]) {
      const { next } = (await execute(caller, account, operation as never, { page } as never)) as {
        next: string | null;
      };
      if (next !== null) return next;
    }
    return null;
  }

  test.each(large.map((operation) => [operation.name, operation] as const))(
    "costs what its first page costs: %s",
    async (name, operation) => {
      const cursor = await deepCursor(operation);
      expect(cursor === null, name).toBe(SHORT.includes(name));
      if (cursor === null) return;
      // The sample may be of a single folder, to which the cursor doesn't belong.
      const plain = Object.fromEntries(
        Object.keys((operation.input as { shape: object }).shape).map((key) => [key, undefined]),
      );
      expect(tooMuch(await statementsOf(operation, { ...plain, cursor }, placeOf(operation)))).toEqual([]);
    },
  );

  test("would be read with everything before it by its number", async () => {
    const statements = await statementsOf(operationNamed("invoices.list"), { page: 400 });
    expect(tooMuch(statements)).toEqual([expect.stringMatching(/^Index/)]);
  });
});

describe("what is shown of an account with thousands of people reads only those it names", () => {
  test.each(["people.preview-removal", "people.view", "ownership.view"])("%s", async (name) => {
    // Everybody's roles and permissions, to find a few.
    const asked = tooMuch(await statementsOf(operationNamed(name), {}, "crowded"), 1_500);
    expect(asked.filter((one) => /of Contact(?:Role|Permission)|of RecordGrant/.test(one))).toEqual([]);
  });

  test("and the members of staff who read an account are found without every line", async () => {
    expect(tooMuch(await statementsOf(operationNamed("staff-reads.list-staff"), {}), 100)).toEqual([]);
  });
});

describe("what is shown of a large account at a glance", () => {
  test.each([
    ["billing.view-overview", 100],
    // Of a thousand open invoices; a hundred charges are planned in all accounts together.
    ["payment-methods.list", 500],
    ["accounting.report-taxes", 100],
    // A page is counted to a thousand.
    ["invoices.list", 1_100],
  ])("is kept, and not added up from its invoices: %s", async (name, most) =>
    expect(tooMuch(await statementsOf(operationNamed(name), {}), most)).toEqual([]),
  );

  test.each(["dashboard.view", "services.preview-cancellation", "services.preview-plan"])(
    "is read without whole tables: %s",
    async (name) => expect(tooMuch(await statementsOf(operationNamed(name), {}))).toEqual([]),
  );
});

test.each(["all", "unread"])("the bell asks of no more than the newest whether they may be seen: %s", async (show) => {
  const statements = await statementsOf(operationNamed("notifications.list"), { show });
  const read = statements.flatMap(({ nodes }) => nodes.filter(({ table }) => table === "Notification"));
  expect(read.length).toBeGreaterThan(2);
  expect(read.filter((node) => node.read > 200)).toEqual([]);
});

describe("a search within a large account reads no more than it finds", () => {
  const searched = operations.filter(
    ({ kind, scope, input, http }) =>
      kind === "query" && scope === "account" && http.file === undefined && "q" in (input as { shape: object }).shape,
  );
  const words = ["g1-1234", "no such thing", "rarely ordered"];
  test.each(searched.flatMap((one) => words.map((q) => [one.name, q, one] as const)))("%s: %s", async (_, q, one) => {
    expect(tooMuch(await statementsOf(one, { q }))).toEqual([]);
  });

  /** The function reads where no plan is shown: what it read is counted by PostgreSQL. */
  test.each(["invoice", "service", "name", "details", "ticket"])(
    "by the database's own search for a %s",
    async (source) => {
      const client = new Client({ connectionString: portal.url });
      await client.connect();
      await client.query("begin; set local random_page_cost = 1.1");
      const account = await accountAt(source === "name" || source === "details" ? "crowded" : "big");
      await client.query("select set_config('portcullis.account', $1, true)", [account]);
      await client.query("set local role portcullis_app");
      const words = ["g1-1234", "no such thing", "-2-17@", "report-ab12", "rarely", "zq"];
      if (source === "ticket") {
        await client.query(
          "select f.* from unnest($1::text[]) w, portcullis_account_tickets_with(w, '%' || w || '%', 0) f",
          [words],
        );
      } else {
        // Of names of people, an account has no more than are compared soon.
        const patterns = words.filter((word) => word.length > 2 || source === "invoice").map((word) => `%${word}%`);
        await client.query("select * from portcullis_found($1, $2, 1001)", [[source], patterns]);
      }
      await client.query("reset role");
      const { rows } = await client.query<{ read: string }>(
        "select coalesce(sum(seq_tup_read + coalesce(idx_tup_fetch, 0)), 0) as read from pg_stat_xact_user_tables where schemaname = 'public'",
      );
      await client.query("rollback");
      await client.end();
      expect(Number(rows[0]?.read)).toBeLessThan(200);
    },
  );

  test.each(["zq", "q", "no such thing"])("by the database's own search for mail: %s", async (word) => {
    const client = new Client({ connectionString: portal.url });
    await client.connect();
    await client.query("begin; set local role portcullis_staff");
    const found = await client.query("select * from portcullis_mails_with('sent', $1, $2, 1001)", [word, `%${word}%`]);
    await client.query("reset role");
    const { rows } = await client.query<{ read: string }>(
      `select sum(seq_tup_read + coalesce(idx_tup_fetch, 0)) as read from pg_stat_xact_user_tables where relname = 'OutboxMail'`,
    );
    await client.query("rollback");
    await client.end();
    expect(found.rows).toEqual([]);
    expect(Number(rows[0]?.read)).toBeLessThan(300);
  });

  test("mail with a word that all of it has is read as far as its page and count go", async () => {
    expect(tooMuch(await statementsOf(operationNamed("staff.list-mail"), { q: "news" }))).toEqual([]);
  });

  test("which finds nothing of another account", async () => {
    const client = new Client({ connectionString: portal.url });
    await client.connect();
    await client.query("begin");
    await client.query("select set_config('portcullis.account', $1, true)", [await accountAt("crowded")]);
    await client.query("set local role portcullis_app");
    const found = (pattern: string) =>
      client
        .query("select * from portcullis_found('{invoice}', $1, 1001)", [[pattern]])
        .then(({ rows }) => rows.length);
    expect([await found("%g2-7%"), await found("%g1-7%")]).toEqual([1, 0]);
    await client.query("rollback");
    await client.end();
  });
});

describe("a statement or report of a day reads no earlier day", () => {
  const from = new Date().toISOString().slice(0, 10);
  test.each([
    ["statements.view", {}],
    ["reports.view", { kind: "outstanding" }],
    ["reports.view", { kind: "payments" }],
    ["reports.view", { kind: "services" }],
  ])("%s %j", async (name, input) => {
    expect(tooMuch(await statementsOf(operationNamed(name), { from, ...input }))).toEqual([]);
  });
});

test("what is outstanding is added up from an index alone", async () => {
  const statements = await statementsOf(operationNamed("reports.view"), { kind: "outstanding" });
  expect(tooMuch(statements, 300)).toEqual([expect.stringMatching(/^Index Only Scan of \d+ rows of Invoice: /)]);
});

test("the requests of an account of thousands are shown without reading everybody", async () => {
  const accountId = await accountAt("crowded");
  const { id: contactId } = await portal.owner.contact.findFirstOrThrow({ where: { accountId } });
  await portal.owner.permissionRequest.create({ data: { accountId, contactId, permission: "services.order" } });
  const statements = await statementsOf(operationNamed("people.list-requests"), {}, "crowded");
  expect(statements.some(({ text }) => text.includes("noticesOff"))).toBe(true);
  expect(tooMuch(statements)).toEqual([]);
});

describe("what is about everybody reads only the people it shows, of thousands", () => {
  const tables = ["Contact", "Person"];
  const shown = ["settings.view-notices", "ownership.view", "staff.view-account", "role-requests.view-form"];
  // From the sixth time on, PostgreSQL may have planned a statement for all accounts.
  test.each(shown.flatMap((name) => [false, true].map((again) => [name, again] as const)))(
    "%s, again: %s",
    async (name, again) => {
      const statements = await statementsOf(operationNamed(name), {}, "crowded", { again });
      const read = statements.flatMap(({ nodes }) => nodes.filter(({ table }) => tables.includes(table ?? "")));
      expect(read.length).toBeGreaterThan(3);
      expect(read.filter((node) => node.read > 800)).toEqual([]);
    },
  );
});
