import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { type Books, openBooks } from "./books";
import { emptyModel } from "./money-model";
import { sell } from "./plan-catalogue";
import type { World } from "./plan-model";
import { type Customer, newCustomer } from "./plan-pay";
import { compare } from "./plan-standing";
import { type Life, lives } from "./plan-steps";
import { take } from "./plan-take";

/** The 29th: the next February is too short for it. */
const BEGIN = new Date("2027-10-29T09:30:00Z");

const homes = {
  NL: { account: {}, rateOf: { standard: 2100, reduced: 900 } },
  // The table has no reduced rate for it: the standard one holds.
  DE: { account: { country: "DE" }, rateOf: { standard: 1900, reduced: 1900 } },
  business: { account: { country: "DE", vatId: "DE312456782" }, rateOf: { standard: 0, reduced: 0 } },
} as const;

/** Lives on accounts of their own do not wait for one another's questions to the database. */
const AT_ONCE = 3;

const took = new Map<string, number>();
const refused = new Map<string, number>();

let books: Books;
let ids: ReadonlyMap<string, string>;

/**
 * Lives random lives of customers who order, change plans, cancel and pay, and compares the portal with the plain model
 * after every step; then the whole ledger is looked through.
 */
export function runPlanModel(count: number, seed: number): void {
  beforeAll(async () => {
    books = await openBooks();
    ids = await sell(books.owner);
  });
  afterAll(() => books.close());

  it(`is what a plain recomputation says, after every step of ${count} random lives`, async () => {
    await fc.assert(
      fc.asyncProperty(fc.tuple(lives, lives, lives), (some) => Promise.all(some.map(live)).then(() => undefined)),
      { numRuns: count / AT_ONCE, seed },
    );
    const { drift, invoices } = await findLedgerDrift();
    expect(drift).toEqual([]);
    expect(invoices).toBeGreaterThan(count);
    // Everything happens, and everything that can be refused is.
    for (const name of ["order", "changePlan", "cancelNow", "cancelLater", "cancelOrder", "undo", "keepPlan", "pay"]) {
      expect(took.get(name) ?? 0, `${name} was done`).toBeGreaterThan(count / 100);
      expect(refused.get(name) ?? 0, `${name} was refused`).toBeGreaterThan(count / 100);
    }
  }, 900_000);
}

async function live(life: Life): Promise<void> {
  const { customer, world } = await begin(life);
  for (const act of life.acts) {
    const counted = (await take(customer, world, act)) ? took : refused;
    counted.set(act.do, (counted.get(act.do) ?? 0) + 1);
    await compare(books, customer.account.id, world);
  }
}

async function begin({ home, autopay }: Life): Promise<{ customer: Customer; world: World }> {
  const { account, rateOf } = homes[home];
  const customer = await newCustomer(books, ids, await books.account(account), autopay);
  return {
    customer,
    world: { money: emptyModel(), rateOf, invoices: [], services: [], held: [], notes: [], now: BEGIN },
  };
}
