import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { Prisma } from "@/lib/platform/db/generated/client";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import { addDays } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import type { Context } from "@/lib/platform/operations/operation";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { ownCommand, ownQuery, scopeOf } from "./own-operation";

const OWNER = "owner@northwind.example";

let portal: TestPortal;
let accountId: string;
let caller: Caller;
let personId: string;
let contactId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  caller = await portal.as(OWNER);
  ({ id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email: OWNER } }));
  ({ id: contactId } = await portal.owner.contact.findFirstOrThrow({ where: { accountId, personId } }));
});
afterAll(() => portal.close());

let since: Date;
beforeEach(() => {
  since = new Date();
});

/** The log entries of the test's own operations since it started. */
const logged = () =>
  portal.owner.auditEvent.findMany({
    where: { operation: "test.operation", at: { gte: since } },
    omit: { id: true, at: true },
  });

describe("an operation is given", () => {
  test("the account, the person and both clocks", async () => {
    await portal.owner.clockShift.create({ data: { id: 1, shiftMs: 86_400_000n } });
    const told = ownQuery("account", "account.view", {
      run: async ({ account, actor, now, realNow, viewer }) => ({
        account: [account.id, account.closed],
        actor: [actor.personId, actor.contactId, actor.email, actor.isStaff],
        viewer: [viewer.accountId, viewer.contactId],
        ahead: now.getTime() - realNow.getTime(),
        late: Date.now() - realNow.getTime() < 60_000,
      }),
    });
    const { said } = await execute(caller, accountId, told, {});
    await portal.owner.clockShift.deleteMany();
    expect(said).toEqual({
      account: [accountId, false],
      actor: [personId, contactId, OWNER, false],
      viewer: [accountId, contactId],
      ahead: 86_400_000,
      late: true,
    });
  });

  test("no account if its scope is the person, even on an account's page", async () => {
    const own = ownQuery("self", "profile.manage", { run: async ({ account, db }) => [account, await scopeOf(db)] });
    const asked = await withRequest(caller, { accountId }, ({ execute }) => execute(own, {}));
    expect(asked.said).toEqual([null, `portcullis_app  ${personId}`]);
  });

  test("a database limited to its scope, or the register for staff", async () => {
    const on = ownQuery("account", "account.view", { run: ({ db }) => scopeOf(db) });
    expect((await execute(caller, accountId, on, {})).said).toBe(`portcullis_app ${accountId} ${personId}`);
    const register = ownQuery("staff", "staff.accounts.find", { run: ({ db }) => scopeOf(db) });
    const agent = await portal.as("staff-support@portcullis.example");
    expect((await execute(agent, null, register, {})).said).toMatch(/^portcullis_staff {2}[0-9a-f-]{36}$/);
  });

  test.each(["people", "memberships", "passwordHash"] as const)(
    "its %s, and the database in its scope again",
    async (fact) => {
      const asks = ownQuery("account", "account.view", {
        run: async (context) => {
          const known = await context[fact]();
          return [Array.isArray(known) ? known.length > 0 : typeof known, await scopeOf(context.db)];
        },
      });
      const known = fact === "passwordHash" ? "string" : true;
      const scope = `portcullis_app ${accountId} ${personId}`;
      expect((await execute(caller, accountId, asks, {})).said).toEqual([known, scope]);
    },
  );
});

describe("the output of an operation", () => {
  test("is parsed by its schema, and so is its input", async () => {
    const asks = ownQuery("account", "account.view", { run: async (_, { times }) => times });
    expect(await execute(caller, accountId, asks, {})).toEqual({ said: 1 });
    expect(await problemOf(execute(caller, accountId, asks, { times: 1.5 }))).toMatchObject({ code: "invalid" });
    expect(await logged()).toEqual([]);
  });

  test("is replaced by that of `after`, which gets the output, the account and the parsed input", async () => {
    const after = async (...told: unknown[]) => ({ said: told, more: "is stripped" });
    for (const operation of [
      ownQuery("account", "account.view", { run: async () => "first", after }),
      ownCommand("account", "account.view", { run: async () => "first", after }),
    ]) {
      const answer = await execute(caller, accountId, operation, { id: "x" });
      expect(answer).toEqual({ said: [{ said: "first" }, accountId, { id: "x", times: 1 }] });
    }
  });

  test("of a query is not logged unless the query declares it", async () => {
    await execute(caller, accountId, ownQuery("account", "account.view"), {});
    expect(await logged()).toEqual([]);
    const remembered = ownQuery("account", "account.view", {
      run: async () => "rows",
      logged: ({ said }) => ({ summary: `Took ${said}` }),
    });
    await execute(caller, accountId, remembered, {});
    expect(await logged()).toMatchObject([{ summary: "Took rows", outcome: "done" }]);
  });

  test("of a command is logged: who, where, what and the outcome", async () => {
    const said = say("Did {what}", { what: "it" });
    const note = { summary: said, target: { type: "thing", id: "7" }, details: { much: true } };
    await execute({ ...caller, via: "api" }, accountId, ownCommand("account", "account.view", { note }), {});
    const { name } = await portal.owner.contact.findUniqueOrThrow({ where: { id: contactId } });
    expect(await logged()).toEqual([
      {
        accountId,
        actorPersonId: personId,
        actorContactId: contactId,
        actorName: name,
        actorIsStaff: false,
        via: "api",
        operation: "test.operation",
        permission: "account.view",
        requestId: null,
        outcome: "done",
        outcomeKey: "done",
        summary: "Did it",
        said,
        targetType: "thing",
        targetId: "7",
        details: { much: true },
        ip: "192.0.2.1",
      },
    ]);
  });
});

describe("the log", () => {
  test("has no entry of a command that concerns nobody else", async () => {
    const own = ownCommand("account", "account.view", { run: async () => "kept", note: null });
    expect(await execute(caller, accountId, own, {})).toEqual({ said: "kept" });
    expect(await logged()).toEqual([]);
  });
});

describe("a query", () => {
  const isolation = async ({ db }: Context) => {
    const [row] = await (db as Transaction).$queryRaw<{ level: string }[]>`
      select current_setting('transaction_isolation') as level`;
    return row?.level;
  };

  test("reads one state of the database only if it declares that; a command never does", async () => {
    const plain = ownQuery("account", "account.view", { run: isolation });
    expect(await execute(caller, accountId, plain, {})).toEqual({ said: "read committed" });
    expect(await execute(caller, accountId, plain, {}, { readingMs: 5_000 })).toEqual({ said: "read committed" });
    const whole = ownQuery("account", "account.view", { run: isolation, snapshot: true });
    expect(await execute(caller, accountId, whole, {})).toEqual({ said: "repeatable read" });
    const command = { ...ownCommand("account", "account.view", { run: isolation }), snapshot: true };
    expect(await execute(caller, accountId, command, {})).toEqual({ said: "read committed" });
  });

  test("of one state may be read no longer than its caller allows", async () => {
    const long = ownQuery("account", "account.view", {
      run: ({ db }) => (db as Transaction).$queryRaw`select pg_sleep(30)::text`,
      snapshot: true,
    });
    const reading = execute(caller, accountId, long, {}, { readingMs: 50 });
    expect(await problemOf(reading)).toMatchObject({ code: "unavailable" });
  });

  test("with a further permission is denied to whom that one is missing, and the denial names it", async () => {
    const email = "viewer@northwind.example";
    await buildContact(portal.owner, accountId, { email, name: "Viewer", roles: ["billing"] });
    const operation = ownQuery("account", "account.view", {
      alsoNeeds: ["billing.invoices.view", "support.tickets.view"],
    });
    expect(await execute(caller, accountId, operation, {})).toEqual({});
    const problem = await problemOf(execute(await portal.as(email), accountId, operation, {}));
    expect(problem).toMatchObject({ code: "refused", extra: { permission: "support.tickets.view" } });
  });
});

describe("a command", () => {
  test("that fails for any reason leaves nothing behind and is not retried", async () => {
    for (const error of [new Error("broken"), new Problem("conflict", "No")]) {
      let runs = 0;
      const fails = ownCommand("account", "account.view", {
        run: async ({ db }) => {
          runs += 1;
          await db.auditEvent.createMany({ data: { ...row, accountId, actorPersonId: personId } });
          throw error;
        },
      });
      await expect(execute(caller, accountId, fails, {})).rejects.toBe(error);
      expect([runs, await logged()]).toEqual([1, []]);
    }
  });

  test("locks its account if it declares that; a query never does", async () => {
    const free = async () => {
      const rows = await portal.owner.$queryRaw<unknown[]>`
        select 1 from "Account" where "id" = ${accountId}::uuid for no key update skip locked`;
      return rows.length;
    };
    const asked = async (lockAccount?: boolean) =>
      (await execute(caller, accountId, ownCommand("account", "account.view", { run: free, lockAccount }), {})).said;
    expect([await asked(), await asked(false), await asked(true)]).toEqual([1, 1, 0]);
    const query = { ...ownQuery("account", "account.view", { run: free }), lockAccount: true };
    expect((await execute(caller, accountId, query, {})).said).toBe(1);
  });

  test("is retried if the database aborted it in favour of another; a query is not", async () => {
    let runs = 0;
    const ended = async () => {
      runs += 1;
      if (runs === 1) throw new Prisma.PrismaClientKnownRequestError("ended", { code: "P2034", clientVersion: "7" });
      return runs;
    };
    expect(await execute(caller, accountId, ownCommand("account", "account.view", { run: ended }), {})).toEqual({
      said: 2,
    });
    runs = 0;
    const reads = execute(caller, accountId, ownQuery("account", "account.view", { run: ended }), {});
    await expect(reads).rejects.toThrow();
    expect(runs).toBe(1);
  });

  test("is retried if its author's access changed, at most three times; a query is not", async () => {
    const email = "changing@northwind.example";
    const id = await buildContact(portal.owner, accountId, { email, name: "Changing", roles: ["administrator"] });
    const changing = await portal.as(email);
    let runs = 0;
    const change = (most: number) => async () => {
      runs += 1;
      const endsAt = addDays(new Date(), 100 * most + runs);
      if (runs <= most) await portal.owner.contact.update({ where: { id }, data: { endsAt } });
      return runs;
    };
    expect(await execute(changing, accountId, ownCommand("account", "account.view", { run: change(2) }), {})).toEqual({
      said: 3,
    });
    expect(await logged()).toHaveLength(1);
    runs = 0;
    const gaveUp = execute(changing, accountId, ownCommand("account", "account.view", { run: change(9) }), {});
    const detail = "Someone else changed this at the same time. Try again.";
    expect(await problemOf(gaveUp)).toMatchObject({ code: "conflict", detail });
    expect(runs).toBe(3);
    runs = 0;
    const reads = ownQuery("account", "account.view", { run: change(9) });
    expect(await execute(changing, accountId, reads, {})).toEqual({ said: 1 });
  });
});

const row = {
  actorName: "x",
  via: "page",
  operation: "test.operation",
  permission: "account.view",
  outcome: "done",
  summary: "x",
} as const;
