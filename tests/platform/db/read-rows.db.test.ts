import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { Grant } from "@/lib/platform/db/grant";
import { readRows } from "@/lib/platform/db/read-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { withTransaction } from "@/lib/platform/db/transaction";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

async function inSnapshot<T>(work: (db: ScopedDb) => Promise<T>): Promise<T> {
  const { credential } = await portal.as("owner@northwind.example");
  if (credential === null) throw new Error("no credential");
  const accountId = portal.demo.northwind.id;
  return withTransaction({ credential, accountId, now: new Date(), snapshot: true }, async (scope) => {
    const grant = scope && Grant.of(scope.viewer, "account.view", "account");
    if (!scope || !grant) throw new Error("no grant");
    return work(await scope.open(grant));
  });
}

describe("rows read through a cursor", () => {
  it("arrive completely and in order, a few hundred at a time", async () => {
    const batches = await inSnapshot(async (db) => {
      const read: number[][] = [];
      const numbers = sql`select n from generate_series(1, ${1_203}::int) n order by n desc`;
      for await (const rows of readRows<{ n: number }>(db, "numbers", numbers)) read.push(rows.map(({ n }) => n));
      return read;
    });
    expect(batches.flat()).toEqual(Array.from({ length: 1_203 }, (_, index) => 1_203 - index));
    expect(Math.max(...batches.map(({ length }) => length))).toBe(500);
  });

  it("can be read again after a reader has stopped early", async () => {
    const firsts = await inSnapshot(async (db) => {
      const read: (number | undefined)[] = [];
      for (let time = 0; time < 2; time++) {
        for await (const rows of readRows<{ n: number }>(
          db,
          "numbers",
          sql`select n from generate_series(1, 2000) n`,
        )) {
          read.push(rows[0]?.n);
          break;
        }
      }
      return read;
    });
    expect(firsts).toEqual([1, 1]);
  });

  it("are of the account in scope only, and of one state of the database", async () => {
    const ids = sql`select "id", "accountId" from "Ticket" order by "id"`;
    const { northwind, globex } = portal.demo;
    const seen = await inSnapshot(async (db) => {
      const before = await db.ticket.count();
      const ticket = { subject: "Opened meanwhile", openedByName: "x" };
      for (const accountId of [northwind.id, globex.id])
        await portal.owner.ticket.create({ data: { ...ticket, accountId } });
      const rows: { accountId: string }[] = [];
      for await (const batch of readRows<{ accountId: string }>(db, "tickets", ids)) rows.push(...batch);
      return { before, rows };
    });
    expect(seen.before).toBeGreaterThan(0);
    expect(seen.rows).toHaveLength(seen.before);
    expect(new Set(seen.rows.map(({ accountId }) => accountId))).toEqual(new Set([northwind.id]));
  });
});
