import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { listActivity } from "@/lib/accounts/activity/list-activity";
import { listInvoices } from "@/lib/billing/invoices/list-invoices";
import { listAccounts } from "@/lib/identity/profile/list-accounts";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Caller } from "@/lib/platform/operations/caller";
import { type RequestContext, withRequest } from "@/lib/platform/operations/execute";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { SharedRequest } from "@/lib/platform/operations/shared-request";
import { listTickets } from "@/lib/support/tickets/list-tickets";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const OWNER = "owner@northwind.example";

let portal: TestPortal;
let accountId: string;
let caller: Caller;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  caller = await portal.as(OWNER);
});
afterAll(() => portal.close());

const where = async () => ({ caller, accountId });

const ownQuery = <T extends z.ZodType>(output: T, run: (context: Context<"account">) => Promise<z.input<T>>) =>
  defineQuery({
    name: "test.query",
    permission: "account.view",
    scope: "account",
    summary: "Read what the test asks",
    activity: "try something",
    input: z.object({}),
    output,
    http: { method: "GET", path: "/accounts/{accountId}/test" },
    run,
  });

/** The id of the transaction an operation runs in. */
const transaction = ownQuery(z.string(), async ({ db }) => {
  const [row] = await (db as Transaction).$queryRaw<{ id: string }[]>`select pg_current_xact_id()::text as id`;
  return row?.id ?? "";
});

/** The number of the portal's connections that are still in a transaction. */
async function leftOpen(): Promise<number> {
  const rows = await portal.owner.$queryRaw<unknown[]>`
    select 1 from pg_stat_activity where datname = current_database() and state like 'idle in transaction%'`;
  return rows.length;
}

describe("the parts of a page", () => {
  test("share one transaction", async () => {
    const shared = new SharedRequest();
    const ids = await Promise.all([
      shared.join(where(), ({ execute }) => execute(transaction, {})),
      shared.join(where(), ({ execute }) => execute(transaction, {}), { untilOver: true }),
    ]);
    expect(ids[0]).toBe(ids[1]);
    expect(await leftOpen()).toBe(0);
  });

  test("each read their own data when they run in parallel", async () => {
    const shared = new SharedRequest();
    const [accounts, invoices, tickets] = await Promise.all([
      shared.join(where(), ({ execute }) => execute(listAccounts, {})),
      shared.join(where(), ({ execute }) => execute(listInvoices, {})),
      shared.join(where(), ({ execute }) => execute(listTickets, {}), { untilOver: true }),
    ]);
    expect(accounts.items.length).toBeGreaterThan(0);
    expect(invoices.items.length).toBeGreaterThan(0);
    expect(tickets.items.length).toBeGreaterThan(0);
  });

  test.each([
    ["a refusal", new Problem("refused", "No")],
    ["a redirect", new Error("NEXT_REDIRECT")],
  ])("end with the others when one leaves with %s", async (_, thrown) => {
    const shared = new SharedRequest();
    const frame = shared.join(where(), ({ execute }) => execute(listAccounts, {}));
    const page = shared.join(where(), () => Promise.reject(thrown), { untilOver: true });
    await expect(page).rejects.toBe(thrown);
    expect((await frame).items.length).toBeGreaterThan(0);
    expect(await leftOpen()).toBe(0);
  });

  test("end when a part leaves before it knows its account, or executes nothing", async () => {
    const shared = new SharedRequest();
    const lost = shared.join(Promise.reject(new Error("no such address")), ({ execute }) => execute(listAccounts, {}));
    const silent = shared.join(where(), async () => "nothing", { untilOver: true });
    await expect(lost).rejects.toThrow("no such address");
    expect(await silent).toBe("nothing");
    expect(await leftOpen()).toBe(0);
  });

  test("fail with the end of the transaction only if they wait for it", async () => {
    const broken = ownQuery(z.null(), async ({ db }) => (db as Transaction).$queryRaw`select 1 / 0`.then(() => null));
    const shared = new SharedRequest();
    const frame = shared.join(where(), ({ execute }) => execute(transaction, {}));
    const page = shared.join(where(), ({ execute }) => execute(broken, {}).catch(() => "swallowed"), {
      untilOver: true,
    });
    const [left, waited] = await Promise.allSettled([frame, page]);
    expect([left.status, waited.status]).toEqual(["fulfilled", "rejected"]);
    expect(await leftOpen()).toBe(0);
  });

  test("go on when one of them leaves, until the last has left", async () => {
    const shared = new SharedRequest();
    const first = shared.join(where(), ({ execute }) => execute(transaction, {}));
    const last = shared.join(
      where(),
      async ({ execute }) => {
        const ids = [await first];
        for (let count = 0; count < 3; count++) ids.push(await execute(transaction, {}));
        return ids;
      },
      { untilOver: true },
    );
    expect(new Set(await last).size).toBe(1);
    expect(await leftOpen()).toBe(0);
  });

  test("that wait for the end and don't know their account fail for that reason", async () => {
    const unknown = Promise.reject(new Error("no such address"));
    const lost = new SharedRequest().join(unknown, async () => "in", { untilOver: true });
    await expect(lost).rejects.toThrow("no such address");
  });

  test("end only when a query that nobody waits for any more has ended", async () => {
    let read = false;
    const slow = ownQuery(z.null(), async ({ db }) => {
      await db.contact.findMany({ select: { id: true, roles: { select: { role: true } } } });
      read = true;
      return null;
    });
    const shared = new SharedRequest();
    const page = shared.join(
      where(),
      async ({ execute }) => {
        void execute(slow, {});
        await execute(transaction, {});
      },
      { untilOver: true },
    );
    await page;
    expect(read).toBe(true);
    expect(await leftOpen()).toBe(0);
  });

  test("that start after the others have left get their own transaction", async () => {
    const shared = new SharedRequest();
    const first = await shared.join(where(), ({ execute }) => execute(transaction, {}), { untilOver: true });
    const second = await shared.join(where(), ({ execute }) => execute(transaction, {}), { untilOver: true });
    expect(second).not.toBe(first);
    expect(await leftOpen()).toBe(0);
  });

  test("all fail with the same error when access is denied", async () => {
    const stranger = { caller: await portal.as("owner@globex.example"), accountId };
    const shared = new SharedRequest();
    const parts = [1, 2].map(() =>
      problemOf(shared.join(Promise.resolve(stranger), async () => "in", { untilOver: true })),
    );
    expect((await Promise.all(parts)).map(({ code }) => code)).toEqual(["not-found", "not-found"]);
    expect(await portal.owner.auditEvent.count({ where: { targetType: "attempt" } })).toBe(1);
  });

  test("a denial is in the log by the time the page answers", async () => {
    const billing = { caller: await portal.as("billing@northwind.example"), accountId };
    const kept = { accountId, outcome: "denied", operation: "tickets.list" } as const;
    const denied = () => portal.owner.auditEvent.count({ where: kept });
    const before = await denied();
    const shared = new SharedRequest();
    await problemOf(
      shared.join(Promise.resolve(billing), ({ execute }) => execute(listTickets, {}), { untilOver: true }),
    );
    expect(await denied()).toBe(before + 1);
  });

  test("have one denial in the log for what they start together, and each that comes after it", async () => {
    const billing = { caller: await portal.as("billing@northwind.example"), accountId };
    const denied = () => portal.owner.auditEvent.count({ where: { accountId, outcome: "denied" } });
    const before = await denied();
    const refused = async ({ execute }: RequestContext) => {
      const together = await Promise.allSettled(
        [listTickets, listActivity, listTickets].map((one) => execute(one, {})),
      );
      return together.map(({ status }) => status);
    };
    const shared = new SharedRequest();
    const parts = [refused, refused].map((part) => shared.join(Promise.resolve(billing), part, { untilOver: true }));
    expect((await Promise.all(parts)).flat()).toEqual(Array.from({ length: 6 }, () => "rejected"));
    expect(await denied()).toBe(before + 1);
    await new SharedRequest().join(
      Promise.resolve(billing),
      async (request) => [await refused(request), await refused(request)],
      { untilOver: true },
    );
    expect(await denied()).toBe(before + 3);
  });
});

test("an account's people are loaded once per request", async () => {
  const names = ownQuery(z.array(z.string()), async ({ people }) => (await people()).map(({ name }) => name));
  await withRequest(caller, { accountId }, async ({ execute }) => {
    const before = await execute(names, {});
    await buildContact(portal.owner, accountId, { email: "newcomer@northwind.example", name: "New Comer" });
    expect(await execute(names, {})).toEqual(before);
  });
  expect(await withRequest(caller, { accountId }, ({ execute }) => execute(names, {}))).toContain("New Comer");
});
