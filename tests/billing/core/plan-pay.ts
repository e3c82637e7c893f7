import { randomUUID } from "node:crypto";
import { expect } from "vitest";
import { issueCreditNote } from "@/lib/billing/core/credits/issue-credit-note";
import { reservePayment } from "@/lib/billing/core/payments/reserve-payment";
import { settlePayment } from "@/lib/billing/core/payments/settle-payment";
import { reserveRefund } from "@/lib/billing/core/refunds/reserve-refund";
import { settleRefund } from "@/lib/billing/core/refunds/settle-refund";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Context } from "@/lib/platform/operations/operation";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";
import type { BookedAccount, Books } from "./books";
import * as money from "./money-model";
import { creditable } from "./plan-acts";
import { afterPaid, credit, type Invoice, type World } from "./plan-model";
import type { Act, Life, Outcome } from "./plan-steps";

/** A portal account, and its owner as the caller of operations. */
export interface Customer {
  readonly account: BookedAccount;
  readonly autopay: Life["autopay"];
  readonly productIds: ReadonlyMap<string, string>;
  readonly viewer: Viewer;
  readonly actor: Context["actor"];
}

export async function newCustomer(
  { owner }: Books,
  productIds: ReadonlyMap<string, string>,
  account: BookedAccount,
  autopay: Life["autopay"],
): Promise<Customer> {
  if (autopay !== "off") await owner.account.update({ where: { id: account.id }, data: { autopay: true } });
  // An unconfirmed address gets no email, which avoids rendering thousands of notifications.
  await owner.person.updateMany({
    where: { contacts: { some: { accountId: account.id } } },
    data: { emailVerifiedAt: null },
  });
  await owner.contact.updateMany({ where: { accountId: account.id }, data: { emailVerifiedAt: null } });
  const [person] = await account.at(new Date("2027-01-01T00:00:00Z"), (job) => job.people());
  if (person === undefined) throw new Error("The account has no owner.");
  const { contactId, name, email } = person;
  const rest = { personId: randomUUID(), emailVerified: true, isStaff: false, locale: "en-GB", timeZone: "UTC" };
  const actor = { contactId, name, email, ...rest, credentialId: randomUUID() };
  return { account, autopay, productIds, viewer: viewerOf(person.subject), actor };
}

/** The portal must accept or reject what the model did. */
export async function both(done: boolean, act: () => Promise<unknown>): Promise<boolean> {
  if (done) await act();
  else await expect(act()).rejects.toBeInstanceOf(Problem);
  return done;
}

export async function pay(
  customer: Customer,
  world: World,
  invoice: Invoice,
  { share, outcome }: Extract<Act, { do: "pay" }>,
): Promise<boolean> {
  const amount = (money.openOf(invoice) * BigInt(share)) / 100n;
  const possible = amount > 0n && !money.isReserved(world.money, invoice);
  const { account } = customer;
  const one = { id: invoice.id, amountMinor: share === 100 ? undefined : amount };
  const wanted = { invoices: [one], methodId: account.methodId, origin: "person" as const, payer: null };
  const reserve = () => account.at(world.now, (job) => reservePayment(job, wanted));
  if (!possible) return both(false, reserve);
  const { paymentId } = await reserve();
  await settle(customer, world, reserved(world, invoice, paymentId, amount), outcome);
  return true;
}

/** A payment in progress in the model. */
export function reserved(world: World, invoice: Invoice, id: string, amount: bigint): money.ModelPayment {
  const parts = [{ invoice, amount, returned: 0n, reserved: true }];
  const payment: money.ModelPayment = { id, status: "processing", amount, parts, refunded: 0n };
  world.money.payments.push(payment);
  return payment;
}

/** Applies the bank's result of a payment on both sides. */
export async function settle(
  { account }: Customer,
  world: World,
  payment: money.ModelPayment,
  outcome: Outcome,
): Promise<void> {
  const ref = `ch-${payment.id}`;
  const told = {
    succeeded: { status: "succeeded" as const, ref, amountMinor: payment.amount, currency: "EUR" },
    failed: { status: "failed" as const, ref, code: "card_declined", message: "declined" },
    processing: { status: "processing" as const, ref },
  }[outcome];
  await account.at(world.now, (job) => settlePayment(job, payment.id, told));
  if (payment.status === "succeeded") return;
  if (outcome === "succeeded") {
    money.received(world.money, payment);
    for (const { invoice, amount } of payment.parts) if (amount > 0n) afterPaid(world, invoice as Invoice);
  }
  if (outcome === "failed") {
    payment.status = "failed";
    for (const part of payment.parts) part.reserved = false;
  }
}

export async function refund(
  { account }: Customer,
  world: World,
  { which, share, from }: Extract<Act, { do: "refund" }>,
): Promise<boolean> {
  const payment = money.pick(world.money.payments, which);
  if (payment === undefined) return false;
  const offered = money.refundable(world.money, payment);
  const amountMinor = (offered.left * BigInt(share)) / 100n;
  const wanted = { paymentId: payment.id, amountMinor, reason: "callStripe", issuedByName: "Claire", from };
  const act = () => account.at(world.now, (job) => reserveRefund(job, wanted));
  if (amountMinor === 0n || amountMinor > offered[from]) return both(false, act);
  const { refundId } = await act();
  await account.at(world.now, (job) => settleRefund(job, refundId, { status: "succeeded", ref: `re-${refundId}` }));
  payment.refunded += amountMinor;
  world.money.cash -= amountMinor;
  if (from === "credit") world.money.credit -= amountMinor;
  else takeOut(world, payment, amountMinor);
  return true;
}

/** Autopay doesn't recharge invoices reopened by a refund. */
function takeOut(world: World, payment: money.ModelPayment, amountMinor: bigint): void {
  const before = payment.parts.map(({ returned }) => returned);
  money.returned(world.money, payment, amountMinor);
  for (const [index, { invoice, returned }] of payment.parts.entries()) {
    if (returned === before[index]) continue;
    const known = invoice as Invoice;
    known.attempts = Math.max(known.attempts, 1);
    known.nextCharge = null;
  }
}

/** Staff credit the rest of an invoice, line by line. */
export async function creditWhole({ account }: Customer, world: World, invoice: Invoice): Promise<boolean> {
  const lines = creditable(world, invoice);
  const rows = await account.at(world.now, ({ db }) =>
    db.invoiceLine.findMany({ where: { accountId: account.id, invoiceId: invoice.id }, orderBy: { position: "asc" } }),
  );
  const wanted = {
    invoiceId: invoice.id,
    lines: (lines.length > 0 ? lines : invoice.lines.map((line) => [line, line.net] as const)).map(([line, net]) => ({
      description: "Credited",
      netMinor: net,
      taxBasisPoints: line.rate,
      invoiceLineId: rows[invoice.lines.indexOf(line)]?.id ?? null,
    })),
    reason: "callStripe",
    issuedByName: "Claire",
  };
  if (lines.length > 0) credit(world, invoice, lines);
  return both(lines.length > 0, () => account.at(world.now, (job) => issueCreditNote(job, wanted)));
}
