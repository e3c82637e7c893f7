import { lesser } from "@/lib/platform/kernel/money";

export const invoiceStatuses = ["draft", "open", "paid", "void", "uncollectible"] as const;

export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** What the lifecycle looks at; amounts in minor units of the invoice's currency. */
export interface InvoiceState {
  readonly status: InvoiceStatus;
  readonly totalMinor: bigint;
  readonly paidMinor: bigint;
  /** Taken back by credit notes before it was paid. */
  readonly creditedMinor: bigint;
  /** Of what was paid: turned into account credit by credit notes, so no longer this invoice's to give back. */
  readonly releasedMinor: bigint;
}

/**
 * What can happen to an invoice. `return` is money that went back: a refund, a failed debit, a dispute. `credit` is a credit
 * note: it lowers what is due first, and releases paid money for the rest.
 */
export type InvoiceEvent =
  | { readonly type: "issue" | "void" | "writeOff" }
  | { readonly type: "receive" | "return" | "credit"; readonly amountMinor: bigint };

/** The invoice after an event, or null where the event cannot happen to it. Nothing is ever settled beyond the total. */
export function invoiceAfter(invoice: InvoiceState, event: InvoiceEvent): InvoiceState | null {
  const { status, paidMinor, creditedMinor } = invoice;
  switch (event.type) {
    case "issue":
      return status === "draft" ? settled(invoice) : null;
    case "void":
      return (status === "open" || status === "uncollectible") && paidMinor === 0n && creditedMinor === 0n
        ? { ...invoice, status: "void" }
        : null;
    case "credit":
      return (status === "open" || status === "paid") && event.amountMinor > 0n
        ? credited(invoice, event.amountMinor)
        : null;
    case "writeOff":
      return status === "open" ? { ...invoice, status: "uncollectible" } : null;
    case "receive":
      return canReceive(status) && event.amountMinor > 0n ? moved(invoice, event.amountMinor) : null;
    case "return":
      return (status === "paid" || canReceive(status)) && event.amountMinor > 0n
        ? moved(invoice, -event.amountMinor)
        : null;
  }
}

const canReceive = (status: InvoiceStatus): boolean => status === "open" || status === "uncollectible";

function moved(invoice: InvoiceState, byMinor: bigint): InvoiceState | null {
  const paidMinor = invoice.paidMinor + byMinor;
  const beyond = paidMinor + invoice.creditedMinor > invoice.totalMinor;
  return paidMinor < invoice.releasedMinor || beyond ? null : settled({ ...invoice, paidMinor });
}

function credited(invoice: InvoiceState, byMinor: bigint): InvoiceState | null {
  const lowersMinor = lesser(byMinor, amountDue(invoice));
  const releasedMinor = invoice.releasedMinor + byMinor - lowersMinor;
  if (releasedMinor > invoice.paidMinor) return null;
  return settled({ ...invoice, creditedMinor: invoice.creditedMinor + lowersMinor, releasedMinor });
}

function settled(invoice: InvoiceState): InvoiceState {
  if (unsettled(invoice) === 0n) return { ...invoice, status: "paid" };
  return { ...invoice, status: invoice.status === "uncollectible" ? "uncollectible" : "open" };
}

/** What neither payments nor credit notes have settled, whatever became of the invoice. */
export const unsettled = ({
  totalMinor,
  paidMinor,
  creditedMinor,
}: Pick<InvoiceState, "totalMinor" | "paidMinor" | "creditedMinor">): bigint => totalMinor - paidMinor - creditedMinor;

/** What can go back out of an invoice to whoever paid it: what was paid, less what credit notes have given back already. */
export const heldBy = ({ paidMinor, releasedMinor }: Pick<InvoiceState, "paidMinor" | "releasedMinor">): bigint =>
  paidMinor - releasedMinor;

/** Whether credit notes have taken all of an invoice back, paid or not: nothing was sold by it after all. */
export const creditedInFull = (
  invoice: Pick<InvoiceState, "totalMinor" | "creditedMinor" | "releasedMinor">,
): boolean => invoice.totalMinor > 0n && invoice.creditedMinor + invoice.releasedMinor === invoice.totalMinor;

/** What is still to be paid: nothing unless the invoice is open. */
export const amountDue = (invoice: Omit<InvoiceState, "releasedMinor">): bigint =>
  invoice.status === "open" ? unsettled(invoice) : 0n;

/** How an invoice stands for people: an open one whose due date has passed is overdue. That is never stored. */
export type InvoiceStanding = InvoiceStatus | "overdue";

export function standingOf(invoice: { status: InvoiceStatus; dueAt: Date | null }, now: Date): InvoiceStanding {
  const late = invoice.status === "open" && invoice.dueAt !== null && invoice.dueAt < now;
  return late ? "overdue" : invoice.status;
}
