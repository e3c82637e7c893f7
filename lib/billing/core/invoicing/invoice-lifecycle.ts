import { lesser } from "@/lib/platform/kernel/money";

export const invoiceStatuses = ["draft", "open", "paid", "void", "uncollectible"] as const;

export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** The fields the lifecycle depends on; amounts in minor units of the invoice's currency. */
export interface InvoiceState {
  readonly status: InvoiceStatus;
  readonly totalMinor: bigint;
  readonly paidMinor: bigint;
  /** Credited before it was paid. */
  readonly creditedMinor: bigint;
  /**
   * The part of the paid amount that credit notes turned into account credit, so it can't be refunded from this
   * invoice.
   */
  readonly releasedMinor: bigint;
}

/**
 * The events of an invoice. `return` is money that went back: a refund, a failed debit, a dispute. `credit` is a credit
 * note: it reduces the amount due first, and releases paid money for the rest.
 */
export type InvoiceEvent =
  | { readonly type: "issue" | "void" | "writeOff" }
  | { readonly type: "receive" | "return" | "credit"; readonly amountMinor: bigint };

/** The invoice after an event, or null if the event isn't allowed. Never settles more than the total. */
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
      return (status === "paid" || canReceive(status)) && event.amountMinor > 0n
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
  const lowersMinor = lesser(byMinor, unsettled(invoice));
  const releasedMinor = invoice.releasedMinor + byMinor - lowersMinor;
  if (releasedMinor > invoice.paidMinor) return null;
  return settled({ ...invoice, creditedMinor: invoice.creditedMinor + lowersMinor, releasedMinor });
}

function settled(invoice: InvoiceState): InvoiceState {
  if (unsettled(invoice) === 0n) return { ...invoice, status: "paid" };
  return { ...invoice, status: invoice.status === "uncollectible" ? "uncollectible" : "open" };
}

/** The amount not settled by payments or credit notes, whatever the status. */
export const unsettled = ({
  totalMinor,
  paidMinor,
  creditedMinor,
}: Pick<InvoiceState, "totalMinor" | "paidMinor" | "creditedMinor">): bigint => totalMinor - paidMinor - creditedMinor;

/** The refundable amount of an invoice: what was paid, less what credit notes have released. */
export const heldBy = ({ paidMinor, releasedMinor }: Pick<InvoiceState, "paidMinor" | "releasedMinor">): bigint =>
  paidMinor - releasedMinor;

/** Whether an invoice is credited in full, paid or not, so nothing was sold. */
export const creditedInFull = (
  invoice: Pick<InvoiceState, "totalMinor" | "creditedMinor" | "releasedMinor">,
): boolean => invoice.totalMinor > 0n && invoice.creditedMinor + invoice.releasedMinor === invoice.totalMinor;

/** The amount due: zero unless the invoice is open. */
export const amountDue = (invoice: Omit<InvoiceState, "releasedMinor">): bigint =>
  invoice.status === "open" ? unsettled(invoice) : 0n;

/** The status shown to people: an open invoice past its due date is overdue, which is never stored. */
export type InvoiceStanding = InvoiceStatus | "overdue";

export function standingOf(invoice: { status: InvoiceStatus; dueAt: Date | null }, now: Date): InvoiceStanding {
  const late = invoice.status === "open" && invoice.dueAt !== null && invoice.dueAt < now;
  return late ? "overdue" : invoice.status;
}
