import { afterAll, beforeAll, expect, test } from "vitest";
import { forgetEnvironment } from "@/lib/platform/config/env";
import type { DatabaseScope } from "@/lib/platform/db/connection";
import { disconnect } from "@/lib/platform/db/disconnect";
import { openTransaction } from "@/lib/platform/db/open-transaction";
import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { type CountingProxy, countingProxy } from "@/tests/fixtures/counting-proxy";
import { freshDatabase } from "@/tests/fixtures/database";
import { scopeOf } from "@/tests/platform/operations/own-operation";

let database: TestDatabase;
let proxy: CountingProxy;
beforeAll(async () => {
  database = await freshDatabase();
  proxy = await countingProxy(database.url);
  process.env.DATABASE_URL = proxy.url;
  forgetEnvironment();
});
afterAll(async () => {
  await disconnect();
  await proxy.close();
  await database.drop();
});

const app: DatabaseScope = { role: "portcullis_app", accountId: crypto.randomUUID(), personId: null };
const identity: DatabaseScope = { role: "portcullis_identity", accountId: null, personId: null };
const one = (db: ScopedDb) => queryRows<{ one: number }>(db, sql`select 1 as one`);

async function tripsOf(work: () => Promise<unknown>): Promise<number> {
  await work();
  const before = proxy.roundTrips();
  await work();
  return proxy.roundTrips() - before;
}

test("BEGIN, the scope and the first statement are one round trip, and the end another", async () => {
  expect(await tripsOf(() => openTransaction((as) => one(as(app))))).toBe(2);
});

test("statements started together are one round trip, through Prisma too and across scopes", async () => {
  const together = () =>
    openTransaction((as) =>
      Promise.all([one(as(app)), as(app).product.count(), one(as(identity)), as(app).taxRate.count()]),
    );
  expect(await tripsOf(together)).toBe(2);
});

test("COMMIT travels with the statement asked as the last one, if the transaction may end with it", async () => {
  const last = (db: ScopedDb) => queryRows<{ one: number }>(db, sql`select 1 as one`, { last: true });
  const ending = () =>
    openTransaction((as, { endWithLast }) => {
      endWithLast();
      return last(as(app));
    });
  expect(await tripsOf(ending)).toBe(1);
  expect(await ending()).toEqual([{ one: 1 }]);
  const goingOn = () => openTransaction(async (as) => [...(await last(as(app))), ...(await last(as(app)))]);
  expect(await tripsOf(goingOn)).toBe(3);
});

test("nothing can be asked after the last statement", async () => {
  const asked = openTransaction(async (as, { endWithLast }) => {
    endWithLast();
    await queryRows(as(app), sql`select 1`, { last: true });
    return one(as(app));
  });
  await expect(asked).rejects.toThrow("The transaction is over.");
});

test("a last statement that fails is what the transaction fails with, and its connection is used again", async () => {
  const failing = () =>
    openTransaction((as, { endWithLast }) => {
      endWithLast();
      return queryRows(as(app), sql`select 1/0`, { last: true });
    });
  await Promise.all(Array.from({ length: 50 }, () => expect(failing()).rejects.toThrow("division by zero")));
  expect(await openTransaction((as) => one(as(app)))).toEqual([{ one: 1 }]);
});

test("an error that was swallowed before the last statement is told, because nothing was kept", async () => {
  const swallowed = openTransaction(async (as, { endWithLast }) => {
    const db = as(app);
    await queryRows(db, sql`select 1/0`).catch(() => {});
    endWithLast();
    await queryRows(db, sql`select 1`, { last: true }).catch(() => {});
  });
  await expect(swallowed).rejects.toThrow("nothing was committed");
});

test("a transaction starts as a role that is bound to nobody without a statement for it", async () => {
  expect(await openTransaction((as) => scopeOf(as(identity)))).toBe("portcullis_identity  ");
  const both = await openTransaction(async (as) => [await scopeOf(as(identity)), await scopeOf(as(app))]);
  expect(both).toEqual(["portcullis_identity  ", `portcullis_app ${app.accountId} `]);
});

test("nothing is sent for a transaction in which nothing is asked", async () => {
  const before = [proxy.roundTrips(), proxy.begun()];
  expect(await openTransaction(async () => "done")).toBe("done");
  expect([proxy.roundTrips(), proxy.begun()]).toEqual(before);
});

test("a statement runs in the scope of the database it was asked of, whatever runs beside it", async () => {
  const scopes = await openTransaction((as) =>
    Promise.all([app, identity, app, identity].map((scope) => scopeOf(as(scope)))),
  );
  const [inAccount, atSignIn] = [`portcullis_app ${app.accountId} `, "portcullis_identity  "];
  expect(scopes).toEqual([inAccount, atSignIn, inAccount, atSignIn]);
});

test("going back to a savepoint doesn't leave the next statement in another scope", async () => {
  const scope = await openTransaction(async (as) => {
    const raw = as(app) as Transaction;
    await raw.$executeRawUnsafe("savepoint before");
    await scopeOf(as(identity));
    await (as(identity) as Transaction).$executeRawUnsafe("rollback to before");
    return scopeOf(as(identity));
  });
  expect(scope).toBe("portcullis_identity  ");
});

test("a statement that fails doesn't keep the answers of those before it, and the rest fail", async () => {
  const asked = openTransaction(async (as) => {
    const db = as(app);
    const answers = await Promise.allSettled([one(db), queryRows(db, sql`select 1/0`), one(db)]);
    return answers.map(({ status }) => status);
  });
  // The error was swallowed, so the end of the transaction reports that nothing was kept.
  await expect(asked).rejects.toThrow("nothing was committed");
});

test("an error that somebody swallows isn't taken for a commit", async () => {
  const swallowed = openTransaction(async (as) => {
    await as(app).product.findMany();
    await (as(app) as Transaction).$queryRawUnsafe("select 1/0").catch(() => {});
    return "done";
  });
  await expect(swallowed).rejects.toThrow("nothing was committed");
});

test("a scope that can't be entered is reported as what it is, and nothing runs outside it", async () => {
  const unknown = { ...app, role: "portcullis_nobody" } as unknown as DatabaseScope;
  await expect(openTransaction((as) => one(as(unknown)))).rejects.toThrow("portcullis_nobody");
  expect(await openTransaction((as) => scopeOf(as(identity)))).toBe("portcullis_identity  ");
});

test("a transaction is over with its end: what comes late is rejected", async () => {
  const late = await openTransaction(async (as) => as(app));
  await expect(one(late)).rejects.toThrow("over");
  await expect(late.product.count()).rejects.toThrow(Error);
});
