import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { hashToken } from "@/lib/platform/kernel/secret-token";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute, withRequest } from "@/lib/platform/operations/execute";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";
import { ownCommand, ownQuery } from "./own-operation";

const SUPPORT = "support@northwind.example";

let portal: TestPortal;
let accountId: string;
let caller: Caller;
let personId: string;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  caller = await portal.as(SUPPORT);
  ({ id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email: SUPPORT } }));
});
afterAll(() => portal.close());

let since: Date;
beforeEach(async () => {
  since = new Date();
  await portal.owner.rateLimit.deleteMany();
});

const logged = () => portal.owner.auditEvent.findMany({ where: { at: { gte: since } } });

const failing = (error: unknown, scope: "account" | "self" = "account") =>
  ownQuery(scope, scope === "account" ? "account.view" : "profile.manage", {
    run: async () => {
      throw error;
    },
  });

describe("a caller without access to the account", () => {
  test("must sign in, both without a session and with one that has ended", async () => {
    const detail = "Your session has expired. Sign in to continue.";
    for (const credential of [null, { by: "session", hash: hashToken("nobody's") } as const]) {
      const asked = execute({ ...caller, credential }, accountId, ownQuery("account", "account.view"), {});
      expect(await problemOf(asked)).toMatchObject({ code: "not-signed-in", detail });
    }
    expect(await logged()).toEqual([]);
  });

  test("gets the same answer for an unknown account as for another customer's, logged for staff", async () => {
    const asked = ownQuery("account", "support.tickets.view");
    const detail = "Account not found, or you don't have access to it.";
    for (const elsewhere of [portal.demo.globex.id, randomUUID()]) {
      since = new Date();
      expect(await problemOf(execute(caller, elsewhere, asked, {}))).toMatchObject({ code: "not-found", detail });
      expect(await logged()).toMatchObject([
        {
          accountId: null,
          actorPersonId: personId,
          actorContactId: null,
          operation: "test.operation",
          permission: "support.tickets.view",
          outcome: "denied",
          summary: "Tried to try something on an account they don't belong to",
          targetType: "attempt",
          targetId: elsewhere,
          details: null,
        },
      ]);
    }
  });

  test("is logged as opening the account if no operation was executed", async () => {
    const { id } = portal.demo.globex;
    await problemOf(withRequest(caller, { accountId: id }, async () => "in"));
    expect(await logged()).toMatchObject([
      {
        accountId: null,
        operation: "account.open",
        permission: "account.view",
        summary: "Tried to open an account they don't belong to",
        targetId: id,
      },
    ]);
  });
});

describe("a logged denial", () => {
  test("belongs to the account, with the reason and nothing of the input", async () => {
    const asked = ownQuery("account", "billing.invoices.view");
    const { detail } = await problemOf(execute(caller, accountId, asked, { id: randomUUID() }));
    expect(await logged()).toMatchObject([
      {
        accountId,
        actorPersonId: personId,
        operation: "test.operation",
        permission: "billing.invoices.view",
        outcome: "denied",
        summary: "Tried to try something",
        targetType: null,
        targetId: null,
        details: { reason: detail },
      },
    ]);
  });

  test("names the missing permission, for commands too", async () => {
    const refused = new Problem("refused", "No", { permission: "links.add" });
    const command = ownCommand("account", "account.view", { run: () => Promise.reject(refused) });
    await expect(execute(caller, accountId, command, {})).rejects.toBe(refused);
    expect(await logged()).toMatchObject([{ permission: "links.add", details: { reason: "No" } }]);
  });

  test("is kept however often a person tries", async () => {
    await tried(100_000);
    await problemOf(execute(caller, accountId, ownQuery("account", "billing.invoices.view"), {}));
    expect(await logged()).toHaveLength(1);
  });

  test("belongs to no account if the operation was outside any", async () => {
    const register = ownQuery("staff", "staff.accounts.find");
    const { detail } = await problemOf(execute(caller, null, register, {}));
    expect(await logged()).toMatchObject([
      { accountId: null, permission: "staff.accounts.find", targetType: null, details: { reason: detail } },
    ]);
  });

  test("is dropped if the session has ended since, because the person is unknown", async () => {
    const gone = await portal.as(SUPPORT);
    const refused = new Problem("refused", "No");
    const asked = ownQuery("account", "account.view", {
      run: async () => {
        await portal.owner.session.deleteMany({ where: { tokenHash: gone.credential?.hash ?? "" } });
        throw refused;
      },
    });
    await expect(execute(gone, accountId, asked, {})).rejects.toBe(refused);
    expect(await logged()).toEqual([]);
  });
});

describe("a logged attempt to read a record that was not found", () => {
  test("is for staff, with the requested ids and nothing else of the input", async () => {
    const id = randomUUID();
    await problemOf(execute(caller, accountId, failing(notFound()), { id, other: "words" }));
    expect(await logged()).toMatchObject([
      {
        accountId: null,
        permission: "account.view",
        outcome: "denied",
        summary: "Tried to try something (not found or no access)",
        targetType: "attempt",
        targetId: accountId,
      },
    ]);
    expect((await logged())[0]?.details).toEqual({ asked: { id } });
  });

  test("belongs to no account and has no ids for an operation on oneself without input", async () => {
    await problemOf(execute(caller, null, failing(notFound(), "self"), {}));
    expect(await logged()).toMatchObject([{ targetType: "attempt", targetId: "", details: { asked: {} } }]);
  });

  test("is kept at most a hundred times an hour", async () => {
    await tried(99);
    const asked = () => problemOf(execute(caller, accountId, failing(notFound()), {}));
    await asked();
    expect(await logged()).toHaveLength(1);
    await asked();
    expect(await logged()).toHaveLength(1);
    await portal.owner.rateLimit.deleteMany();
    const before = Date.now();
    await asked();
    await problemOf(withRequest(caller, { accountId: randomUUID() }, async () => "in"));
    expect(await logged()).toHaveLength(3);
    await portal.owner.rateLimit.updateMany({ data: { points: 100 } });
    await problemOf(withRequest(caller, { accountId: randomUUID() }, async () => "in"));
    expect(await logged()).toHaveLength(3);
    const { expire } = await portal.owner.rateLimit.findFirstOrThrow();
    expect(Math.round((Number(expire) - before) / 60_000)).toBe(60);
  });
});

test("other failures are not logged as attempts", async () => {
  for (const error of [new Problem("conflict", "No"), new Problem("invalid", "No"), new Error("broken")]) {
    await expect(execute(caller, accountId, failing(error), {})).rejects.toBe(error);
  }
  expect(await logged()).toEqual([]);
});

/** As if the person had tried this often within the hour. */
const tried = (points: number) =>
  portal.owner.rateLimit.create({
    data: { key: `attempt:${hashToken(personId)}`, points, expire: BigInt(Date.now() + 600_000) },
  });
