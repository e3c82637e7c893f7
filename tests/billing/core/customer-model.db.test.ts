import { randomUUID } from "node:crypto";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { standingOf } from "@/lib/billing/core/invoicing/invoice-lifecycle";
import { totalsOf } from "@/lib/billing/core/pricing/totals";
import { type Behaviour, sandboxMethodRef } from "@/lib/billing/gateways/sandbox/test-methods";
import { creditInvoice } from "@/lib/billing/invoices/credit-invoice";
import { voidInvoiceByStaff } from "@/lib/billing/invoices/void-invoice";
import { changeAutopay } from "@/lib/billing/payment-methods/change-autopay";
import { pay } from "@/lib/billing/payments/pay";
import { refundPayment } from "@/lib/billing/payments/refund-payment";
import { runJobs } from "@/lib/jobs/run-jobs";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import { addDays } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Caller } from "@/lib/platform/operations/caller";
import { execute } from "@/lib/platform/operations/execute";
import type { AnyOperation, InputOf } from "@/lib/platform/operations/operation";
import { orderService } from "@/lib/services/orders/order-service";
import { cancelService } from "@/lib/services/services/cancel-service";
import { changePlan } from "@/lib/services/services/change-plan";
import { undoCancellation } from "@/lib/services/services/undo-cancellation";
import { buildAccount } from "@/prisma/seed/builders/account";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const RUNS = 25;

/** The steps people and time take on an account; `which` selects among existing records. */
type Act =
  | { readonly do: "order"; readonly which: number; readonly yearly: boolean; readonly coupon: boolean }
  | { readonly do: "pay" | "void" | "credit" | "refund"; readonly which: number }
  | { readonly do: "undo"; readonly which: number }
  | { readonly do: "changePlan"; readonly which: number; readonly product: number; readonly now: boolean }
  | { readonly do: "cancel"; readonly which: number; readonly now: boolean }
  | { readonly do: "card"; readonly behaviour: Behaviour }
  | { readonly do: "autopay"; readonly on: boolean }
  | { readonly do: "wait"; readonly days: number };

const which = fc.nat(9);
const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("order" as const), which, yearly: fc.boolean(), coupon: fc.boolean() }),
  },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("pay" as const), which }) },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constantFrom("void" as const, "credit" as const, "refund" as const), which }),
  },
  {
    weight: 3,
    arbitrary: fc.record({ do: fc.constant("changePlan" as const), which, product: which, now: fc.boolean() }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constant("cancel" as const), which, now: fc.boolean() }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("undo" as const), which }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constant("card" as const),
      behaviour: fc.constantFrom<Behaviour>("success", "declined", "silent", "insufficient"),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant("autopay" as const), on: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constant("wait" as const), days: fc.integer({ min: 1, max: 45 }) }) },
);

let portal: TestPortal;
let products: string[];
beforeAll(async () => {
  portal = await testPortal();
  products = (await portal.owner.product.findMany({ where: { active: true }, orderBy: { slug: "asc" } })).map(
    ({ id }) => id,
  );
});
afterAll(() => portal.close());

describe("a customer's billing", () => {
  it(`keeps its ledger consistent in ${RUNS} random histories of orders, changes, payments, credits, refunds, failures and renewals`, async () => {
    let done = 0;
    await fc.assert(
      fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async (acts) => {
        const life = await begin();
        for (const one of [{ do: "order", which: 1, yearly: false, coupon: false } as const, ...acts]) {
          if (await attempt(life, one)) done++;
          await inspect(life);
        }
        expect((await findLedgerDrift()).drift).toEqual([]);
      }),
      { numRuns: RUNS, seed: 7 },
    );
    expect(done).toBeGreaterThan(RUNS * 3);
  }, 900_000);
});

interface Life {
  readonly accountId: string;
  readonly owner: Caller;
  readonly staff: Caller;
  /** The status of each invoice at the last check. */
  readonly statuses: Map<string, string>;
}

async function begin(): Promise<Life> {
  const mark = randomUUID().slice(0, 13);
  const email = `owner@${mark}.example`;
  const { id: accountId } = await buildAccount(portal.owner, {
    number: `C-${mark}`,
    name: `Customer ${mark}`,
    owner: { email, name: "Olga Owner" },
  });
  await storeCard(accountId, "success");
  await portal.owner.clockShift.deleteMany();
  const staff = await portal.as("staff-accounting@portcullis.example");
  return { accountId, owner: await portal.as(email), staff, statuses: new Map() };
}

async function storeCard(accountId: string, behaviour: Behaviour): Promise<void> {
  await portal.owner.paymentMethod.updateMany({ where: { accountId }, data: { isDefault: false } });
  await portal.owner.paymentMethod.create({
    data: {
      accountId,
      kind: "card",
      gateway: "sandbox",
      gatewayRef: sandboxMethodRef(behaviour, randomUUID()),
      brand: "Visa",
      last4: "4242",
      expMonth: 12,
      expYear: 2099,
      holder: "Olga Owner",
      isDefault: true,
    },
  });
}

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];

/** False if the portal rejects the step with a Problem; any other error fails the test. */
async function attempt(life: Life, one: Act): Promise<boolean> {
  try {
    return await go(life, one);
  } catch (error) {
    if (error instanceof Problem) return false;
    throw error;
  }
}

async function go({ accountId, owner, staff }: Life, one: Act): Promise<boolean> {
  const db = portal.owner;
  const once = { idempotencyKey: randomUUID() };
  const ask = <Op extends AnyOperation>(who: Caller, operation: Op, input: InputOf<Op>) =>
    execute(who, accountId, operation, input, once);
  const own = { where: { accountId }, orderBy: { id: "asc" } } as const;
  switch (one.do) {
    case "order": {
      const productId = pick(products, one.which) ?? "";
      const term = one.yearly ? "year" : "month";
      await ask(owner, orderService, { productId, term, name: "order.example", coupon: one.coupon ? "PARTNER10" : "" });
      return true;
    }
    case "pay": {
      const invoice = pick(await db.invoice.findMany({ ...own, where: { accountId, status: "open" } }), one.which);
      if (invoice === undefined) return false;
      await ask(owner, pay, { invoiceIds: [invoice.id] });
      return true;
    }
    case "void":
    case "credit": {
      const invoice = pick(await db.invoice.findMany(own), one.which);
      if (invoice === undefined) return false;
      const seen = { invoiceId: invoice.id, version: invoice.version };
      if (one.do === "void") await ask(staff, voidInvoiceByStaff, { ...seen, reason: "Asked for" });
      else await ask(staff, creditInvoice, { ...seen, reason: "Asked for" });
      return true;
    }
    case "refund": {
      const payment = pick(await db.payment.findMany({ ...own, where: { accountId, status: "succeeded" } }), one.which);
      if (payment === undefined) return false;
      const amount = (Number(payment.amountMinor) / 100).toFixed(2);
      const from = one.which % 2 === 0 ? "credit" : "invoices";
      await ask(staff, refundPayment, {
        paymentId: payment.id,
        version: payment.version,
        amount,
        from,
        reason: "Asked",
      });
      return true;
    }
    case "changePlan":
    case "cancel":
    case "undo": {
      const service = pick(await db.service.findMany(own), one.which);
      if (service === undefined) return false;
      const seen = { serviceId: service.id, version: service.version };
      if (one.do === "undo") await ask(owner, undoCancellation, seen);
      if (one.do === "cancel") {
        await ask(owner, cancelService, { ...seen, confirmName: service.name, when: one.now ? "now" : "periodEnd" });
      }
      if (one.do === "changePlan") {
        const productId = pick(products, one.product) ?? "";
        await ask(owner, changePlan, { ...seen, productId, when: one.now ? "now" : "renewal" });
      }
      return true;
    }
    case "card":
      await storeCard(accountId, one.behaviour);
      return true;
    case "autopay":
      await ask(owner, changeAutopay, { on: one.on });
      return true;
    case "wait": {
      const shift = await db.clockShift.findUnique({ where: { id: 1 } });
      const shiftMs = (shift?.shiftMs ?? 0n) + BigInt(addDays(new Date(0), one.days).getTime());
      await db.clockShift.upsert({ where: { id: 1 }, update: { shiftMs }, create: { id: 1, shiftMs } });
      const { failures } = await runJobs(new Date(Date.now() + Number(shiftMs)));
      expect(failures).toEqual([]);
      return true;
    }
  }
}

const LEGAL: Readonly<Record<string, readonly string[]>> = {
  draft: ["draft", "open", "paid"],
  open: ["open", "paid", "void", "uncollectible"],
  paid: ["paid", "open"],
  void: ["void"],
  uncollectible: ["uncollectible", "paid", "void"],
};

/** The invariants of an account. */
async function inspect({ accountId, statuses }: Life): Promise<void> {
  const invoices = await portal.owner.invoice.findMany({
    where: { accountId },
    include: { lines: true, allocations: true, creditNotes: true },
  });
  for (const invoice of invoices) {
    const { id, status, totalMinor, paidMinor, creditedMinor, lines, taxMode } = invoice;
    expect(LEGAL[statuses.get(id) ?? "draft"], `${statuses.get(id)} to ${status}`).toContain(status);
    statuses.set(id, status);
    expect(["paid", "open", "overdue", "void", "draft", "uncollectible"]).toContain(standingOf(invoice, new Date()));
    const lineSum = lines.map((line) => BigInt(line.quantity) * line.unitMinor - line.discountMinor);
    expect(lines.map((line) => line.totalMinor)).toEqual(lineSum);
    expect(totalsOf(lines, taxMode).totalMinor).toBe(totalMinor);
    expect(paidMinor + creditedMinor <= totalMinor && paidMinor >= 0n && creditedMinor >= 0n).toBe(true);
    expect(status === "paid").toBe(status !== "void" && status !== "draft" && paidMinor + creditedMinor === totalMinor);
  }
  // No period of a service is on two valid invoices.
  const periods = invoices
    .flatMap(({ lines }) => lines)
    .filter((line) => line.kind === "recurring" && line.counts && line.serviceId !== null)
    .map((line) => `${line.serviceId} ${line.periodStart?.toISOString()}`);
  expect(new Set(periods).size).toBe(periods.length);
  // The bank's charges match the ledger.
  const [bank] = await portal.owner.$queryRaw<{ taken: bigint }[]>`
    select coalesce(sum("amount_minor"), 0)::bigint as taken from sandbox.charge
    where "account_id" = ${accountId}::uuid and "status" = 'succeeded'`;
  const payments = await portal.owner.payment.findMany({ where: { accountId, gateway: "sandbox" } });
  const booked = payments.reduce((sum, one) => sum + (one.status === "succeeded" ? one.amountMinor : 0n), 0n);
  const underWay = payments.reduce((sum, one) => sum + (one.status === "processing" ? one.amountMinor : 0n), 0n);
  expect((bank?.taken ?? 0n) >= booked && (bank?.taken ?? 0n) <= booked + underWay).toBe(true);
}
