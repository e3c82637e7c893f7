import type { Step, StepLine } from "./money-steps";

/** A plain model of the ledger, without any of the portal's code. */
export interface Model {
  readonly invoices: ModelInvoice[];
  readonly payments: ModelPayment[];
  readonly refunds: ModelRefund[];
  readonly disputes: ModelDispute[];
  /** Invoices that account credit was applied to or reversed from, in order. */
  readonly creditMoves: ModelInvoice[];
  credit: bigint;
  cash: bigint;
  held: bigint;
}

export interface ModelInvoice {
  id: string;
  status: "open" | "paid" | "void" | "uncollectible";
  readonly total: bigint;
  readonly netByRate: Map<number, bigint>;
  readonly taxByRate: Map<number, bigint>;
  readonly creditedByRate: Map<number, bigint>;
  readonly taxBackByRate: Map<number, bigint>;
  paid: bigint;
  credited: bigint;
  /** The part of the paid amount that credit notes turned into account credit. */
  released: bigint;
  /** The part of the paid amount that came from account credit. */
  fromCredit: bigint;
}

export interface ModelPayment {
  id: string;
  status: "processing" | "failed" | "succeeded";
  readonly amount: bigint;
  readonly parts: { readonly invoice: ModelInvoice; amount: bigint; returned: bigint; reserved: boolean }[];
  refunded: bigint;
}

export interface ModelRefund {
  id: string;
  readonly payment: ModelPayment;
  readonly amount: bigint;
  status: "processing" | "succeeded" | "failed";
}

export interface ModelDispute {
  readonly ref: string;
  readonly payment: ModelPayment;
  readonly amount: bigint;
  status: "open" | "won" | "lost";
}

export const emptyModel = (): Model => ({
  invoices: [],
  payments: [],
  refunds: [],
  disputes: [],
  creditMoves: [],
  credit: 0n,
  cash: 0n,
  held: 0n,
});

const RATES = { standard: 2100, reduced: 900, none: 0 } as const;
function min(first: bigint, ...others: bigint[]): bigint {
  let least = first;
  for (const one of others) if (one < least) least = one;
  return least;
}

/** Rounds half up to whole cents, using exact fractions. */
function tax(amount: bigint, rate: number, inclusive: boolean): bigint {
  const [numerator, denominator] = inclusive
    ? [amount * BigInt(rate), BigInt(10_000 + rate)]
    : [amount * BigInt(rate), 10_000n];
  const whole = numerator / denominator;
  return (numerator - whole * denominator) * 2n >= denominator ? whole + 1n : whole;
}

export function sumsOf(lines: readonly StepLine[], inclusive: boolean) {
  const byRate = new Map<number, bigint>();
  for (const { quantity, unitMinor, category } of lines) {
    byRate.set(RATES[category], (byRate.get(RATES[category]) ?? 0n) + BigInt(quantity) * unitMinor);
  }
  let total = 0n;
  const netByRate = new Map<number, bigint>();
  const taxByRate = new Map<number, bigint>();
  for (const [rate, sum] of byRate) {
    const due = tax(sum, rate, inclusive);
    netByRate.set(rate, inclusive ? sum - due : sum);
    taxByRate.set(rate, due);
    total += inclusive ? sum : sum + due;
  }
  return { total, netByRate, taxByRate };
}

/**
 * Records a partial credit at a rate, and returns its tax: all partial credits so far carry the tax on their sum, and
 * the last one carries whatever tax remains.
 */
export function takeBack(invoice: ModelInvoice, rate: number, part: bigint): bigint {
  const { netByRate, taxByRate, creditedByRate, taxBackByRate } = invoice;
  const soFar = (creditedByRate.get(rate) ?? 0n) + part;
  const whole = taxByRate.get(rate) ?? 0n;
  const goes = soFar === netByRate.get(rate) ? whole : min(tax(soFar, rate, false), whole);
  const back = goes - (taxBackByRate.get(rate) ?? 0n);
  creditedByRate.set(rate, soFar);
  taxBackByRate.set(rate, goes);
  return back;
}

export const openOf = (invoice: ModelInvoice): bigint =>
  invoice.status === "open" || invoice.status === "uncollectible"
    ? invoice.total - invoice.paid - invoice.credited
    : 0n;

export const isReserved = (model: Model, invoice: ModelInvoice): boolean =>
  model.payments.some(({ parts }) => parts.some((part) => part.reserved && part.invoice === invoice));

export const pick = <T>(list: readonly T[], which: number): T | undefined =>
  list.length === 0 ? undefined : list[which % list.length];

export function settle(invoice: ModelInvoice): void {
  if (invoice.total === invoice.paid + invoice.credited) invoice.status = "paid";
  else if (invoice.status !== "uncollectible") invoice.status = "open";
}

/** Account credit applied when an invoice is issued. */
export function payFromCredit(model: Model, invoice: ModelInvoice): void {
  const paid = min(model.credit, invoice.total);
  invoice.paid += paid;
  invoice.fromCredit += paid;
  model.credit -= paid;
  if (paid > 0n) model.creditMoves.push(invoice);
}

/** A credit note for this amount, including tax; returns the amount applied to the invoice. */
export function creditInvoice(model: Model, invoice: ModelInvoice, total: bigint): bigint {
  const lowered = min(openOf(invoice), total);
  invoice.credited += lowered;
  invoice.released += total - lowered;
  model.credit += total - lowered;
  settle(invoice);
  return lowered;
}

/** Credited in full: it can't become due again, whatever happens to its payments. */
export const creditedInFull = ({ total, credited, released }: ModelInvoice): boolean =>
  total > 0n && credited + released === total;

export function issue(model: Model, { lines, inclusive }: Extract<Step, { do: "issue" }>): ModelInvoice {
  const invoice: ModelInvoice = {
    id: "",
    status: "open",
    ...sumsOf(lines, inclusive),
    creditedByRate: new Map(),
    taxBackByRate: new Map(),
    paid: 0n,
    credited: 0n,
    released: 0n,
    fromCredit: 0n,
  };
  payFromCredit(model, invoice);
  settle(invoice);
  model.invoices.push(invoice);
  return invoice;
}

/** Payment received: each invoice takes what it needs of its share, the rest becomes account credit. */
export function received(model: Model, payment: ModelPayment): void {
  payment.status = "succeeded";
  let rest = payment.amount;
  for (const part of payment.parts) {
    part.reserved = false;
    part.amount = min(part.amount, openOf(part.invoice));
    part.invoice.paid += part.amount;
    if (part.amount > 0n) settle(part.invoice);
    rest -= part.amount;
  }
  model.credit += rest;
  model.cash += payment.amount;
}

/** The part of a payment that an invoice still holds. */
const heldIn = ({ invoice, amount, returned, reserved }: ModelPayment["parts"][number]): bigint =>
  reserved ? 0n : min(amount - returned, invoice.paid - invoice.released);

function giveBack(parts: ModelPayment["parts"], amount: bigint): bigint {
  let left = amount;
  for (const part of parts.toReversed()) {
    const back = min(left, heldIn(part));
    if (back === 0n) continue;
    part.returned += back;
    part.invoice.paid -= back;
    settle(part.invoice);
    left -= back;
  }
  return left;
}

/** Money goes back: from the latest invoice first, then account credit. Returns the shortfall. */
export function returned(model: Model, payment: ModelPayment, amount: bigint): bigint {
  const left = giveBack(payment.parts, amount);
  const fromCredit = min(left, model.credit);
  model.credit -= fromCredit;
  return left - fromCredit;
}

/** A bank reversal: invoices paid from credit become due again, then those paid by other payments. */
export function lost(model: Model, payment: ModelPayment, amount: bigint): void {
  let left = returned(model, payment, amount);
  for (const invoice of new Set(model.creditMoves.toReversed())) {
    const back = min(left, invoice.fromCredit, invoice.paid - invoice.released);
    if (back === 0n) continue;
    invoice.fromCredit -= back;
    invoice.paid -= back;
    settle(invoice);
    model.creditMoves.push(invoice);
    left -= back;
  }
  left = giveBack(
    model.payments.flatMap(({ parts }) => parts),
    left,
  );
  if (left !== 0n) throw new Error(`The bank reversed ${left} that no invoice or credit holds.`);
}

/** The refundable amount of a payment, from account credit, or from its invoices and then account credit. */
export function refundable(model: Model, payment: ModelPayment) {
  if (payment.status !== "succeeded") return { left: 0n, credit: 0n, invoices: 0n };
  const left = payment.amount - payment.refunded - lostOrOpen(model, payment);
  const held = payment.parts.reduce((sum, part) => sum + heldIn(part), 0n);
  return { left, credit: min(left, model.credit), invoices: min(left, held + model.credit) };
}

export const lostOrOpen = (model: Model, payment: ModelPayment): bigint =>
  model.disputes
    .filter((one) => one.payment === payment && one.status !== "won")
    .reduce((sum, one) => sum + one.amount, 0n);
