import { randomUUID } from "node:crypto";
import { salePostings } from "@/lib/billing/core/ledger/sale-postings";
import type { LineToInvoice, PricedLine } from "@/lib/billing/core/pricing/price-lines";
import type { Totals } from "@/lib/billing/core/pricing/totals";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { addDays } from "@/lib/platform/kernel/dates";

const CURRENCY = "EUR";

export type PastLine = Pick<LineToInvoice, "kind" | "description" | "unitMinor"> & Partial<LineToInvoice>;

export interface PastInvoice {
  readonly accountId: string;
  readonly issuedAt: Date;
  /** Net amounts in minor units of EUR. */
  readonly lines: readonly PastLine[];
  /** How it was closed; still open if omitted. */
  readonly end?: { readonly paidAt: Date; readonly paidBy: string; readonly payerName: string } | "void";
}

export interface PricedPast {
  readonly id: string;
  readonly plan: PastInvoice;
  readonly number: string;
  readonly dueAt: Date;
  readonly seller: object;
  readonly buyer: object;
  readonly lines: readonly PricedLine[];
  readonly totals: Totals;
}

/** All rows of past invoices. */
export function rowsOf(priced: readonly PricedPast[]) {
  const paid = priced.flatMap((invoice) => {
    const { end } = invoice.plan;
    return typeof end === "object" ? [{ invoice, paymentId: randomUUID(), ...end }] : [];
  });
  const entries = [...priced.flatMap(booked), ...paid.map(received)];
  return {
    invoices: priced.map(invoiceRow),
    lines: priced.flatMap(lineRows),
    payments: paid.map(({ invoice: { plan, totals }, paymentId, paidAt, paidBy, payerName }) => ({
      id: paymentId,
      accountId: plan.accountId,
      gateway: "manual" as const,
      status: "succeeded" as const,
      origin: "person" as const,
      amountMinor: totals.totalMinor,
      currency: CURRENCY,
      method: paidBy,
      payerName,
      createdAt: paidAt,
      receivedAt: paidAt,
    })),
    allocations: paid.map(({ invoice: { id, plan, totals }, paymentId }) => ({
      accountId: plan.accountId,
      paymentId,
      invoiceId: id,
      amountMinor: totals.totalMinor,
      state: "applied" as const,
    })),
    entries: entries.map(({ sides, ...entry }) => entry),
    ledgerLines: entries.flatMap(({ id: entryId, accountId, sides }) =>
      sides
        .filter(({ amountMinor }) => amountMinor !== 0n)
        .map((side) => ({ ...side, entryId, accountId, currency: CURRENCY })),
    ),
  };
}

function invoiceRow({
  id,
  plan,
  number,
  dueAt,
  seller,
  buyer,
  lines,
  totals,
}: PricedPast): Prisma.InvoiceCreateManyInput {
  const { end, issuedAt, accountId } = plan;
  const paidAt = typeof end === "object" ? end.paidAt : null;
  return {
    id,
    accountId,
    number,
    status: end === "void" ? "void" : paidAt === null ? "open" : "paid",
    currency: CURRENCY,
    subtotalMinor: totals.subtotalMinor,
    taxMinor: totals.taxMinor,
    totalMinor: totals.totalMinor,
    paidMinor: paidAt === null ? 0n : totals.totalMinor,
    issuedAt,
    // Marked as mailed, so that the worker's first run doesn't send two years of invoices.
    announcedAt: issuedAt,
    dueAt,
    paidAt,
    seller,
    buyer,
    reverseCharge: lines.some(({ tax }) => tax.reverseCharge),
    taxCountry: taxCountryOf(lines),
    createdAt: issuedAt,
  };
}

const taxCountryOf = (lines: readonly PricedLine[]) =>
  lines.find(({ tax }) => tax.country !== null)?.tax.country ?? null;

const lineRows = ({ id, plan, lines }: PricedPast) =>
  lines.map(({ tax, ...line }, position) => ({
    ...line,
    accountId: plan.accountId,
    invoiceId: id,
    position,
    taxBasisPoints: tax.basisPoints,
    counts: plan.end !== "void",
  }));

type Sides = readonly Omit<Prisma.LedgerLineCreateManyInput, "accountId" | "entryId" | "currency">[];
type Booking = Omit<Prisma.LedgerEntryCreateManyInput, "id"> & { id: string; sides: Sides };

function booked({ id, plan, number, lines, totals }: PricedPast): Booking[] {
  const { accountId, issuedAt, end } = plan;
  const sale = { currency: CURRENCY, invoiceId: id, taxCountry: taxCountryOf(lines), taxes: totals.taxes };
  const entry = (at: Date, kind: Booking["kind"], what: string, memo: string, sign: 1n | -1n): Booking => {
    const owed = { ledgerAccount: "receivable" as const, invoiceId: id, amountMinor: -sign * totals.totalMinor };
    const sides = [owed, ...salePostings(sale, sign)];
    return { id: randomUUID(), accountId, at, kind, source: `invoice:${id}:${what}`, memo, sides };
  };
  const issued = entry(issuedAt, "invoiceIssued", "issued", `Invoice ${number}`, -1n);
  if (end !== "void") return [issued];
  return [issued, entry(addDays(issuedAt, 1), "invoiceVoided", "voided", `Invoice ${number} voided`, 1n)];
}

interface Paid {
  readonly invoice: PricedPast;
  readonly paymentId: string;
  readonly paidAt: Date;
  readonly paidBy: string;
}

const received = ({ invoice: { id, plan, totals }, paymentId, paidAt, paidBy }: Paid): Booking => ({
  id: randomUUID(),
  accountId: plan.accountId,
  at: paidAt,
  kind: "paymentReceived",
  source: `payment:${paymentId}:received`,
  memo: paidBy,
  sides: [
    { ledgerAccount: "cash", amountMinor: totals.totalMinor },
    { ledgerAccount: "receivable", amountMinor: -totals.totalMinor, invoiceId: id },
  ],
});
