import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Credential } from "@/lib/platform/db/credential";
import { Grant } from "@/lib/platform/db/grant";
import { lockAccount } from "@/lib/platform/db/lock-account";
import type { RequestScope } from "@/lib/platform/db/request-scope";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import { asIdentity, asJob, asWorker, withTransaction } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { scopeOf } from "@/tests/platform/operations/own-operation";

const OWNER = "owner@northwind.example";

let portal: TestPortal;
let accountId: string;
let personId: string;
type Held = Extract<Credential, { readonly hash: string }>;
let credential: Held;
beforeAll(async () => {
  portal = await testPortal();
  accountId = portal.demo.northwind.id;
  ({ id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email: OWNER } }));
  credential = (await portal.as(OWNER)).credential;
});
afterAll(() => portal.close());

const within = <T>(work: (scope: RequestScope) => Promise<T>, options: { lockAccount?: boolean } = {}) =>
  withTransaction({ credential, accountId, now: new Date(), ...options }, (scope) => {
    if (scope === null) throw new Error("no scope");
    return work(scope);
  });
const grantIn = (scope: RequestScope, kind: "account" | "self" = "account") => {
  const grant = Grant.of(scope.viewer, kind === "self" ? "profile.manage" : "account.view", kind);
  if (grant === null) throw new Error("no grant");
  return grant;
};
/** Whether another connection could lock the account's row now. */
const accountIsFree = async () => {
  const rows = await portal.owner.$queryRaw<unknown[]>`
    select 1 from "Account" where "id" = ${accountId}::uuid for no key update skip locked`;
  return rows.length === 1;
};

describe("a request's transaction", () => {
  test("has no scope if the credential is invalid", async () => {
    const unknown = { by: "session", hash: hashToken("unknown") } as const;
    const asked = withTransaction({ credential: unknown, accountId, now: new Date() }, async (scope) => scope);
    expect(await asked).toBeNull();
  });

  test("locks the account only if requested, and only if there is one", async () => {
    expect(await within(accountIsFree)).toBe(true);
    expect(await within(accountIsFree, { lockAccount: true })).toBe(false);
    const none = { credential, accountId: null, lockAccount: true, now: new Date() };
    expect(await withTransaction(none, async (scope) => scope?.account)).toBeNull();
  });

  test("restores the scope after the log or the facts were accessed under another role", async () => {
    const seen = await within(async (scope) => {
      const scopes = [await scopeOf(await scope.open(grantIn(scope)))];
      expect(await scopeOf(await scope.open(grantIn(scope, "self")))).toBe(`portcullis_app  ${personId}`);
      expect(await scopeOf((await scope.openLog(accountId)) as Transaction)).toBe(scopes[0]);
      await scope.openLog(null);
      scopes.push(await scopeOf(await scope.open(grantIn(scope, "self"))));
      await scope.people();
      scopes.push(await scopeOf(await scope.open(grantIn(scope))), await scopeOf(await scope.open(grantIn(scope))));
      await scope.openLog(accountId);
      return [...scopes, await scopeOf(await scope.open(grantIn(scope)))];
    });
    const on = `portcullis_app ${accountId} ${personId}`;
    expect(seen).toEqual([on, `portcullis_app  ${personId}`, on, on, on]);
  });

  test("has no people without an account", async () => {
    const none = withTransaction({ credential, accountId: null, now: new Date() }, async (scope) => scope?.people());
    expect(await none).toEqual([]);
  });

  test("runs tasks that change something one after another, even after one that failed", async () => {
    const order: string[] = [];
    await within(async (scope) => {
      const piece = (name: string, fails = false) =>
        scope.runAlone(async () => {
          order.push(`${name} begins`);
          await scopeOf(await scope.open(grantIn(scope)));
          order.push(`${name} ends`);
          if (fails) throw new Error(name);
          return name;
        });
      const ends = await Promise.allSettled([piece("first"), piece("second", true), piece("third")]);
      expect(ends.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled"]);
    });
    expect(order).toEqual(["first", "second", "third"].flatMap((name) => [`${name} begins`, `${name} ends`]));
  });

  test("runs tasks that only read side by side, but neither before nor during one that changes something", async () => {
    const order: string[] = [];
    const bothBegan = Promise.withResolvers<void>();
    let reading = 0;
    await within(async (scope) => {
      const read = () =>
        scope.runSideBySide(async () => {
          order.push("read begins");
          reading += 1;
          if (reading === 2) bothBegan.resolve();
          await bothBegan.promise;
          await scopeOf(await scope.open(grantIn(scope)));
          order.push("read ends");
        });
      const change = scope.runAlone.bind(scope, async () => {
        order.push("change begins");
        await scopeOf(await scope.open(grantIn(scope)));
        order.push("change ends");
      });
      await Promise.all([read(), read(), change(), read()]);
    });
    const reads = ["read begins", "read begins", "read ends", "read ends"];
    expect(order).toEqual([...reads, "change begins", "change ends", "read begins", "read ends"]);
  });

  test("detects that the viewer's access has changed or ended since", async () => {
    expect(await within((scope) => scope.accessStands())).toBe(true);
    const later = new Date(Date.now() - 60_000);
    await portal.owner.session.updateMany({ where: { tokenHash: credential.hash }, data: { expiresAt: new Date() } });
    const passed = await withTransaction({ credential, accountId, now: later }, async (scope) => scope?.accessStands());
    expect(passed).toBe(false);
    await portal.owner.session.updateMany({
      where: { tokenHash: credential.hash },
      data: { expiresAt: addDays(new Date(), 1) },
    });
  });
});

describe("the use of a session or token", () => {
  const minutesAgo = (minutes: number) => new Date(Date.now() - minutes * 60_000);

  test.each<[string, () => Promise<Held>]>([
    ["session", async () => credential],
    ["token", tokenOfTheOwner],
  ])("of a %s is noted at most every five minutes", async (by, make) => {
    const own = await make();
    const use = (now: Date) => withTransaction({ credential: own, accountId, now }, async () => null);
    const last = async () =>
      by === "session"
        ? (await portal.owner.session.findFirstOrThrow({ where: { tokenHash: own.hash } })).lastSeenAt
        : (await portal.owner.apiToken.findFirstOrThrow({ where: { tokenHash: own.hash } })).lastUsedAt;
    const first = minutesAgo(20);
    await use(first);
    if (by === "token") expect(await last()).toEqual(first);
    const noted = minutesAgo(-1_000);
    await use(noted);
    expect(await last()).toEqual(noted);
    await use(new Date(noted.getTime() + 5 * 60_000 - 1));
    expect(await last()).toEqual(noted);
    const due = new Date(noted.getTime() + 5 * 60_000);
    await use(due);
    expect(await last()).toEqual(due);
  });

  test("is not waited for if another request is recording it", async () => {
    const before = await portal.owner.session.findFirstOrThrow({ where: { tokenHash: credential.hash } });
    await portal.owner.$transaction(async (tx) => {
      await tx.$queryRaw`select 1 from "Session" where "id" = ${before.id}::uuid for update`;
      const late = new Date(before.lastSeenAt.getTime() + 10 * 60_000);
      expect(await withTransaction({ credential, accountId, now: late }, async () => "done")).toBe("done");
    });
    const after = await portal.owner.session.findFirstOrThrow({ where: { tokenHash: credential.hash } });
    expect(after.lastSeenAt).toEqual(before.lastSeenAt);
  });
});

async function tokenOfTheOwner(): Promise<Held> {
  const hash = hashToken(newSecretToken());
  const made = { personId, name: "t", tokenHash: hash, prefix: "pc_", permissions: ["account.view"] };
  await portal.owner.apiToken.create({ data: { ...made, expiresAt: addDays(new Date(), 9) } });
  return { by: "token", hash };
}

describe("work without a viewer", () => {
  test("runs as identity or as the worker, outside any account", async () => {
    expect(await asIdentity(scopeOf)).toMatch(/^portcullis_identity *$/);
    expect(await asWorker(scopeOf)).toMatch(/^portcullis_worker *$/);
  });

  test("of a job stays within its account, before and after it loads the people", async () => {
    const now = new Date();
    const told = await asJob(accountId, now, async ({ db, account, now: given, people }) => {
      const before = await scopeOf(db);
      const emails = (await people()).map(({ email }) => email);
      return { account, given, before, knows: emails.includes(OWNER), after: await scopeOf(db) };
    });
    const { number, name } = await portal.owner.account.findUniqueOrThrow({ where: { id: accountId } });
    const scope = expect.stringMatching(new RegExp(`^portcullis_app ${accountId} *$`));
    const account = { id: accountId, number, name, closed: false };
    expect(told).toEqual({ account, given: now, before: scope, knows: true, after: scope });
  });

  test("of a job knows whether its account is closed, and is not started if there is none", async () => {
    const data = { status: "closed", closedAt: new Date() } as const;
    await portal.owner.account.update({ where: { id: accountId }, data });
    expect(await asJob(accountId, new Date(), async ({ account }) => account.closed)).toBe(true);
    await portal.owner.account.update({ where: { id: accountId }, data: { status: "active", closedAt: null } });
    expect(await asJob(crypto.randomUUID(), new Date(), async () => "begun")).toBeNull();
  });
});

test("rows that are created alike, by a plan that is kept, have ids, times and values of their own", async () => {
  const begun: number[] = [];
  const tokens = [newSecretToken(), newSecretToken()].map(hashToken);
  for (const tokenHash of tokens) {
    begun.push(Date.now());
    const data = { personId, tokenHash, expiresAt: addDays(new Date(), begun.length) };
    await asIdentity((db) => db.passwordReset.createMany({ data }));
  }
  const where = { tokenHash: { in: tokens } };
  const [first, second] = await portal.owner.passwordReset.findMany({ where, orderBy: { expiresAt: "asc" } });
  expect([first?.tokenHash, second?.tokenHash]).toEqual(tokens);
  expect(second?.id).not.toBe(first?.id);
  expect(second?.createdAt.getTime()).toBeGreaterThanOrEqual(begun[1] ?? Number.NaN);
});

test("an account is locked once per transaction, however often that is requested", async () => {
  const free = await asIdentity(async (db) => {
    const tx = db as Transaction;
    await lockAccount(tx, accountId);
    await lockAccount(tx, accountId);
    return accountIsFree();
  });
  expect(free).toBe(false);
  expect(await accountIsFree()).toBe(true);
});
