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

describe("somebody who is not let in", () => {
  test("is told to sign in, without a session as with one that is over", async () => {
    const detail = "Your session has expired. Sign in to continue.";
    for (const claim of [null, { by: "session", hash: hashToken("nobody's") } as const]) {
      const asked = execute({ ...caller, claim }, accountId, ownQuery("account", "account.view"), {});
      expect(await problemOf(asked)).toMatchObject({ code: "not-signed-in", detail });
    }
    expect(await logged()).toEqual([]);
  });

  test("is a stranger to the account, or it is none at all; staff read of it", async () => {
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

  test("opened an account, where nothing was asked for in it", async () => {
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

describe("a refusal in the log", () => {
  test("is the account's, with the reason and nothing of what was asked", async () => {
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

  test("stands under the permission that was missing, for a command as well", async () => {
    const refused = new Problem("refused", "No", { permission: "links.add" });
    const command = ownCommand("account", "account.view", { run: () => Promise.reject(refused) });
    await expect(execute(caller, accountId, command, {})).rejects.toBe(refused);
    expect(await logged()).toMatchObject([{ permission: "links.add", details: { reason: "No" } }]);
  });

  test("is not held back however often somebody tries", async () => {
    await tried(100_000);
    await problemOf(execute(caller, accountId, ownQuery("account", "billing.invoices.view"), {}));
    expect(await logged()).toHaveLength(1);
  });

  test("is of no account where the person asked outside of any", async () => {
    const register = ownQuery("staff", "staff.accounts.find");
    const { detail } = await problemOf(execute(caller, null, register, {}));
    expect(await logged()).toMatchObject([
      { accountId: null, permission: "staff.accounts.find", targetType: null, details: { reason: detail } },
    ]);
  });

  test("is lost where the session ended meanwhile: nobody is known to have tried", async () => {
    const gone = await portal.as(SUPPORT);
    const refused = new Problem("refused", "No");
    const asked = ownQuery("account", "account.view", {
      run: async () => {
        await portal.owner.session.deleteMany({ where: { tokenHash: gone.claim?.hash ?? "" } });
        throw refused;
      },
    });
    await expect(execute(gone, accountId, asked, {})).rejects.toBe(refused);
    expect(await logged()).toEqual([]);
  });
});

describe("a record that was not shown", () => {
  test("is kept for staff with the ids that were asked for, and no other word of it", async () => {
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

  test("is of no account where the person asked about themselves, by no input at all", async () => {
    await problemOf(execute(caller, null, failing(notFound(), "self"), {}));
    expect(await logged()).toMatchObject([{ targetType: "attempt", targetId: "", details: { asked: {} } }]);
  });

  test("is kept a hundred times an hour and no more", async () => {
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

test("what failed in another way is no attempt", async () => {
  for (const error of [new Problem("conflict", "No"), new Problem("invalid", "No"), new Error("broken")]) {
    await expect(execute(caller, accountId, failing(error), {})).rejects.toBe(error);
  }
  expect(await logged()).toEqual([]);
});

/** As if the person had tried as often within this hour. */
const tried = (points: number) =>
  portal.owner.rateLimit.create({
    data: { key: `attempt:${hashToken(personId)}`, points, expire: BigInt(Date.now() + 600_000) },
  });
