import fc from "fast-check";
import { afterAll, beforeAll, expect, it } from "vitest";
import { grantCredit } from "@/lib/billing/core/credits/grant-credit";
import { issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { issueInvoice } from "@/lib/billing/core/invoicing/issue-invoice";
import { voidInvoice } from "@/lib/billing/core/invoicing/void-invoice";
import { writeOffInvoice } from "@/lib/billing/core/invoicing/write-off-invoice";
import { reservePayment } from "@/lib/billing/core/payments/reserve-payment";
import { settleDispute } from "@/lib/billing/core/payments/settle-dispute";
import { settlePayment } from "@/lib/billing/core/payments/settle-payment";
import { refundableAmount, refundableFields } from "@/lib/billing/core/refunds/refundable-amount";
import { reserveRefund } from "@/lib/billing/core/refunds/reserve-refund";
import { settleRefund } from "@/lib/billing/core/refunds/settle-refund";
import { findLedgerDrift } from "@/lib/platform/db/ledger-drift";
import type { Job } from "@/lib/platform/db/transaction";
import { addDays } from "@/lib/platform/kernel/dates";
import { Problem } from "@/lib/platform/kernel/problem";
import { type BookedAccount, type Books, openBooks } from "./books";
import * as model from "./money-model";
import { type Step, steps } from "./money-steps";

const BEGIN = new Date("2026-01-05T09:00:00Z");

let books: Books;
/** One account per run; runs repeated to shrink a failure get theirs one at a time. */
let fresh: BookedAccount[];

/**
 * Runs random histories on separate accounts and compares the portal with the plain model after every step; then checks
 * the whole ledger. `seed` separates the runs of one file from those of the next, which runs in parallel.
 */
export function runMoneyModel(count: number, seed: number): void {
  beforeAll(async () => {
    books = await openBooks();
    fresh = await books.accounts(count);
  });
  afterAll(() => books.close());

  it(`matches a plain recalculation after every step of ${count} random histories`, async () => {
    let taken = 0;
    let refused = 0;
    await fc.assert(
      fc.asyncProperty(steps, async (life) => {
        const world: World = { account: fresh.pop() ?? (await books.account()), plain: model.emptyModel(), now: BEGIN };
        for (const step of life) {
          if (await take(world, step)) taken++;
          else refused++;
          await compare(world);
        }
      }),
      { numRuns: count, seed },
    );
    const check = await findLedgerDrift();
    expect(check.drift).toEqual([]);
    expect(check.invoices).toBeGreaterThanOrEqual(count);
    // The runs must include both accepted and rejected steps.
    expect(taken).toBeGreaterThan(count * 2);
    expect(refused).toBeGreaterThan(count / 4);
  }, 900_000);
}

interface World {
  readonly account: BookedAccount;
  readonly plain: model.Model;
  now: Date;
}

/** Takes a step on both sides; false if both reject it. */
async function take(world: World, step: Step): Promise<boolean> {
  const { account, plain } = world;
  const at = <T>(work: (job: Job) => Promise<T>) => account.at(world.now, work);
  switch (step.do) {
    case "wait":
      world.now = addDays(world.now, step.days);
      return true;
    case "issue": {
      const invoice = model.issue(plain, step);
      const issued = await at((job) =>
        issueInvoice(job, {
          currency: "EUR",
          taxMode: step.inclusive ? "inclusive" : "exclusive",
          dueAt: addDays(world.now, 14),
          lines: step.lines.map(({ quantity, unitMinor, category }) => ({
            kind: "oneOff",
            description: category,
            quantity,
            unitMinor,
            taxCategory: category,
          })),
        }),
      );
      invoice.id = issued.id;
      expect(issued).toMatchObject({
        totalMinor: invoice.total,
        dueMinor: model.openOf(invoice),
        status: invoice.status,
      });
      return true;
    }
    case "pay":
      return pay(world, step);
    case "settle":
      return settle(world, step);
    case "refund":
      return refund(world, step);
    case "settleRefund": {
      const known = model.pick(plain.refunds, step.which);
      if (known === undefined) return false;
      const outcome =
        step.outcome === "failed"
          ? { status: "failed" as const, ref: null, message: "closed account" }
          : { status: "succeeded" as const, ref: `re-${known.id}` };
      await at((job) => settleRefund(job, known.id, outcome));
      if (known.status === "failed") return true;
      if (step.outcome === "failed") {
        known.payment.refunded -= known.amount;
        plain.cash += known.amount;
        plain.credit += known.amount;
      }
      known.status = step.outcome;
      return true;
    }
    case "dispute":
      return dispute(world, step);
    case "creditNote":
      return creditNote(world, step);
    case "void":
    case "writeOff": {
      const invoice = model.pick(plain.invoices, step.which);
      if (invoice === undefined) return false;
      const untouched = invoice.paid === 0n && invoice.credited === 0n && !model.isReserved(plain, invoice);
      const allowed =
        step.do === "void"
          ? untouched && model.openOf(invoice) > 0n
          : invoice.status === "open" && !model.isReserved(plain, invoice);
      const act = () => at((job) => (step.do === "void" ? voidInvoice : writeOffInvoice)(job, invoice.id));
      if (!allowed) return refusal(act);
      await act();
      invoice.status = step.do === "void" ? "void" : "uncollectible";
      return true;
    }
    case "grant": {
      const act = () =>
        at((job) =>
          grantCredit(job, { ...step, currency: "EUR", reason: "goodwill", source: `grant:${crypto.randomUUID()}` }),
        );
      if (step.amountMinor === 0n) return refusal(act);
      await act();
      plain.credit += step.amountMinor;
      return true;
    }
  }
}

async function refusal(act: () => Promise<unknown>): Promise<false> {
  await expect(act()).rejects.toBeInstanceOf(Problem);
  return false;
}

async function pay({ account, plain, now }: World, step: Extract<Step, { do: "pay" }>): Promise<boolean> {
  const first = model.pick(plain.invoices, step.which);
  const other = step.second === null ? undefined : model.pick(plain.invoices, step.second);
  if (first === undefined) return false;
  const chosen = other === undefined || other === first ? [first] : [first, other];
  const shares = chosen.map((invoice) => (model.openOf(invoice) * BigInt(step.share)) / 100n);
  const act = () =>
    account.at(now, (job) =>
      reservePayment(job, {
        invoices: chosen.map(({ id }, index) => ({ id, amountMinor: step.share === 100 ? undefined : shares[index] })),
        methodId: account.methodId,
        origin: "person",
        payer: { name: "Olga Owner", contactId: null },
      }),
    );
  const possible = chosen.every(
    (invoice, index) =>
      (shares[index] ?? 0n) > 0n && (shares[index] ?? 0n) <= model.openOf(invoice) && !model.isReserved(plain, invoice),
  );
  if (!possible) return refusal(act);
  const { paymentId, amountMinor } = await act();
  const amount = shares.reduce((sum, one) => sum + one, 0n);
  expect(amountMinor).toBe(amount);
  const order = await allocationOrder(paymentId);
  const parts = chosen
    .map((invoice, index) => ({ invoice, amount: shares[index] ?? 0n, returned: 0n, reserved: true }))
    .sort((a, b) => order.indexOf(a.invoice.id) - order.indexOf(b.invoice.id));
  plain.payments.push({ id: paymentId, status: "processing", amount, parts, refunded: 0n });
  return true;
}

/** The portal chooses which invoice a payment settles first; the model follows. */
async function allocationOrder(paymentId: string): Promise<string[]> {
  const rows = await books.owner.paymentAllocation.findMany({ where: { paymentId }, orderBy: { id: "asc" } });
  return rows.map(({ invoiceId }) => invoiceId);
}

async function settle({ account, plain, now }: World, step: Extract<Step, { do: "settle" }>): Promise<boolean> {
  const payment = model.pick(plain.payments, step.which);
  if (payment === undefined) return false;
  const ref = `ch-${payment.id}`;
  for (let time = 0; time < step.times; time++) {
    await account.at(now, (job) =>
      settlePayment(
        job,
        payment.id,
        step.outcome === "succeeded"
          ? { status: "succeeded", ref, amountMinor: payment.amount, currency: "EUR" }
          : step.outcome === "failed"
            ? { status: "failed", ref, code: "card_declined", message: "declined" }
            : { status: "processing", ref },
      ),
    );
  }
  if (payment.status === "succeeded") return true;
  if (step.outcome === "succeeded") model.received(plain, payment);
  if (step.outcome === "failed") {
    payment.status = "failed";
    for (const part of payment.parts) part.reserved = false;
  }
  return true;
}

async function refund({ account, plain, now }: World, step: Extract<Step, { do: "refund" }>): Promise<boolean> {
  const payment = model.pick(plain.payments, step.which);
  if (payment === undefined) return false;
  const offered = model.refundable(plain, payment);
  expect(await account.at(now, (job) => offeredOf(job, payment.id))).toEqual(offered);
  const amount = (offered.left * BigInt(step.share)) / 100n;
  const act = () =>
    account.at(now, (job) =>
      reserveRefund(job, {
        paymentId: payment.id,
        amountMinor: amount,
        reason: "callStripe",
        issuedByName: "Claire",
        from: step.from,
      }),
    );
  if (amount === 0n || amount > offered[step.from]) return refusal(act);
  const { refundId } = await act();
  payment.refunded += amount;
  plain.cash -= amount;
  if (step.from === "credit") plain.credit -= amount;
  else model.returned(plain, payment, amount);
  plain.refunds.push({ id: refundId, payment, amount, status: "processing" });
  return true;
}

/** The amount the portal offers to refund. */
const offeredOf = async (job: Job, paymentId: string) =>
  refundableAmount(
    job,
    await job.db.payment.findUniqueOrThrow({
      where: { accountId_id: { accountId: job.account.id, id: paymentId } },
      select: refundableFields,
    }),
  );

async function dispute({ account, plain, now }: World, step: Extract<Step, { do: "dispute" }>): Promise<boolean> {
  const payment = model.pick(
    plain.payments.filter(({ status }) => status === "succeeded"),
    step.which,
  );
  if (payment === undefined) return false;
  const known = plain.disputes.find((one) => one.payment === payment);
  const amount = known?.amount ?? payment.amount - payment.refunded;
  if (amount === 0n) return false;
  const report = {
    eventId: crypto.randomUUID(),
    type: "dispute",
    at: now,
    about: "dispute",
    ref: `dp-${payment.id}`,
    chargeRef: `ch-${payment.id}`,
    amountMinor: amount,
    currency: "EUR",
    status: step.status,
    reason: null,
  } as const;
  await account.at(now, (job) => settleDispute(job, { id: payment.id, gateway: "sandbox", currency: "EUR" }, report));
  const one = known ?? { ref: report.ref, payment, amount, status: "open" as const };
  if (known === undefined) {
    plain.disputes.push(one);
    plain.cash -= amount;
    plain.held += amount;
  }
  if (one.status !== "open" || step.status === "open") return true;
  plain.held -= amount;
  if (step.status === "won") plain.cash += amount;
  else model.lost(plain, payment, amount);
  one.status = step.status;
  return true;
}

async function creditNote({ account, plain, now }: World, step: Extract<Step, { do: "creditNote" }>): Promise<boolean> {
  const invoice = model.pick(plain.invoices, step.which);
  if (invoice === undefined) return false;
  const [rate = 0, net = 0n] = [...invoice.netByRate].find(([, sum]) => sum > 0n) ?? [];
  const before = invoice.creditedByRate.get(rate) ?? 0n;
  const amount = (net * BigInt(step.share)) / 100n;
  const act = () =>
    account.at(now, (job) =>
      issueCreditNote(job, {
        invoiceId: invoice.id,
        lines: [{ description: "Credited", netMinor: amount, taxBasisPoints: rate }],
        reason: "callStripe",
        issuedByName: "Claire",
      }),
    );
  const possible =
    invoice.status !== "void" && amount > 0n && before + amount <= net && !model.isReserved(plain, invoice);
  if (!possible) return refusal(act);
  const note = await act();
  const total = amount + model.takeBack(invoice, rate, amount);
  expect(note.totalMinor).toBe(total);
  expect(note.appliedMinor).toBe(model.creditInvoice(plain, invoice, total));
  return true;
}

/** Compares everything in the portal's account with the model. */
async function compare({ account, plain }: World): Promise<void> {
  const { invoices, payments, sums } = await standing(account.id);
  expect(new Map(invoices.map(([id, status, ...amounts]) => [id, [status, ...amounts.map(BigInt)]]))).toEqual(
    new Map(plain.invoices.map((one) => [one.id, [one.status, one.total, one.paid, one.credited, one.released]])),
  );
  for (const invoice of plain.invoices) {
    if (model.creditedInFull(invoice)) expect(invoice.status, "credited in full").toBe("paid");
  }
  expect(plain.credit).toBeGreaterThanOrEqual(0n);
  expect(new Map(payments.map(([id, status, refunded]) => [id, [status, BigInt(refunded)]]))).toEqual(
    new Map(plain.payments.map((one) => [one.id, [one.status, one.refunded]])),
  );
  const ledger = new Map(sums.map(([name, sum]) => [name, BigInt(sum)]));
  const owed = (status: string) =>
    plain.invoices.reduce((sum, one) => sum + (one.status === status ? model.openOf(one) : 0n), 0n);
  expect({
    receivable: ledger.get("receivable") ?? 0n,
    badDebt: ledger.get("badDebt") ?? 0n,
    cash: ledger.get("cash") ?? 0n,
    disputed: ledger.get("disputed") ?? 0n,
    credit: -(ledger.get("customerCredit") ?? 0n),
    all: [...ledger.values()].reduce((sum, one) => sum + one, 0n),
  }).toEqual({
    receivable: owed("open"),
    badDebt: owed("uncollectible"),
    cash: plain.cash,
    disputed: plain.held,
    credit: plain.credit,
    all: 0n,
  });
}

interface Standing {
  /** Id, status, total, paid, credited, released. */
  readonly invoices: [string, string, ...string[]][];
  /** Id, status, refunded. */
  readonly payments: [string, string, string][];
  readonly sums: [string, string][];
}

/** Everything in one query, because it runs about ten thousand times. */
async function standing(accountId: string): Promise<Standing> {
  const [row] = await books.owner.$queryRaw<[Standing]>`select
    coalesce((select jsonb_agg(jsonb_build_array("id", "status", "totalMinor"::text, "paidMinor"::text, "creditedMinor"::text,
      "releasedMinor"::text)) from "Invoice" where "accountId" = ${accountId}::uuid), '[]') as invoices,
    coalesce((select jsonb_agg(jsonb_build_array("id", "status", "refundedMinor"::text))
      from "Payment" where "accountId" = ${accountId}::uuid), '[]') as payments,
    coalesce((select jsonb_agg(jsonb_build_array(s.name, s.sum::text)) from (select "ledgerAccount" as name, sum("amountMinor") as sum
      from "LedgerLine" where "accountId" = ${accountId}::uuid group by 1) s), '[]') as sums`;
  return row;
}
