import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { buildAccount } from "@/prisma/seed/builders/account";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { acts, type Desk, take } from "./money-offers";

const RUNS = 25;

let portal: TestPortal;
beforeAll(async () => {
  portal = await testPortal();
});
afterAll(() => portal.close());

async function newDesk(): Promise<Desk> {
  const mark = randomUUID().slice(0, 8);
  const owner = { email: `owner@${mark}.example`, name: "Olga Owner" };
  const { id } = await buildAccount(portal.owner, { number: `C-${mark}`, name: "Customer", owner });
  return { owner: portal.owner, accountId: id, staff: await portal.as("staff-manager@portcullis.example") };
}

interface Standing {
  readonly credit: bigint;
  readonly all: bigint;
  readonly cash: bigint;
  /** Invoices credited in full that are still due. */
  readonly owedAgain: bigint;
  /** Payments with more money returned than received. */
  readonly twice: bigint;
}

async function standing(accountId: string): Promise<Standing> {
  const [row] = await portal.owner.$queryRaw<[Standing]>`
    with l as (select "ledgerAccount" as name, "amountMinor" as amount from "LedgerLine" where "accountId" = ${accountId}::uuid)
    select (select coalesce(-sum(amount), 0)::bigint from l where name = 'customerCredit') as credit,
      (select coalesce(sum(amount), 0)::bigint from l) as all,
      (select coalesce(sum(amount), 0)::bigint from l where name = 'cash') as cash,
      (select count(*) from "Invoice" i where i."accountId" = ${accountId}::uuid and i."status" in ('open', 'uncollectible')
        and i."totalMinor" = (select sum(c."totalMinor") from "CreditNote" c where c."invoiceId" = i."id")) as "owedAgain",
      (select count(*) from "Payment" p where p."accountId" = ${accountId}::uuid and p."amountMinor" <
        coalesce((select sum(r."amountMinor") from "Refund" r where r."paymentId" = p."id" and r."status" <> 'failed'), 0)
        + coalesce((select sum(d."amountMinor") from "Dispute" d where d."paymentId" = p."id" and d."status" <> 'won'), 0)) as twice`;
  return row;
}

describe("actions offered to staff", () => {
  it("succeed, all others are rejected, and no money is paid out twice, after any history", async () => {
    const done = new Map<string, number>();
    const refused = new Map<string, number>();
    await fc.assert(
      fc.asyncProperty(acts, async (life) => {
        const desk = await newDesk();
        for (const act of life) {
          const counted = (await take(desk, act)) ? done : refused;
          counted.set(act.do, (counted.get(act.do) ?? 0) + 1);
          const { credit, cash, ...faults } = await standing(desk.accountId);
          expect(credit).toBeGreaterThanOrEqual(0n);
          expect(cash).toBeGreaterThanOrEqual(0n);
          expect(faults).toEqual({ all: 0n, owedAgain: 0n, twice: 0n });
        }
      }),
      { numRuns: RUNS, seed: 8 },
    );
    expect((await findLedgerDrift()).drift).toEqual([]);
    for (const name of ["transfer", "credit", "creditLine", "void", "writeOff", "refund"]) {
      expect(done.get(name) ?? 0, `${name} was done`).toBeGreaterThan(0);
      expect(refused.get(name) ?? 0, `${name} was rejected`).toBeGreaterThan(0);
    }
  }, 900_000);
});
