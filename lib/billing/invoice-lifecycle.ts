export const invoiceStatuses = ["draft", "open", "paid", "void", "uncollectible"] as const;

export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** What the lifecycle looks at; amounts in minor units of the invoice's currency. */
export interface InvoiceState {
  readonly status: InvoiceStatus;
  readonly totalMinor: bigint;
  readonly paidMinor: bigint;
}

/** What can happen to an invoice. `return` is money that went back: a refund, a failed debit, a dispute. */
export type InvoiceEvent =
  | { readonly type: "issue" | "void" | "writeOff" }
  | { readonly type: "receive" | "return"; readonly amountMinor: bigint };

/** The invoice after an event, or null where the event cannot happen to it. Nothing is ever paid beyond the total. */
export function invoiceAfter(invoice: InvoiceState, event: InvoiceEvent): InvoiceState | null {
  const { status, paidMinor } = invoice;
  switch (event.type) {
    case "issue":
      return status === "draft" ? settled(invoice, paidMinor) : null;
    case "void":
      return status !== "draft" && status !== "void" && paidMinor === 0n ? { ...invoice, status: "void" } : null;
    case "writeOff":
      return status === "open" ? { ...invoice, status: "uncollectible" } : null;
    case "receive":
      return canReceive(status) ? moved(invoice, event.amountMinor) : null;
    case "return":
      return status === "paid" || canReceive(status) ? moved(invoice, -event.amountMinor) : null;
  }
}

const canReceive = (status: InvoiceStatus): boolean => status === "open" || status === "uncollectible";

function moved(invoice: InvoiceState, byMinor: bigint): InvoiceState | null {
  const paidMinor = invoice.paidMinor + byMinor;
  return byMinor === 0n || paidMinor < 0n || paidMinor > invoice.totalMinor ? null : settled(invoice, paidMinor);
}

function settled(invoice: InvoiceState, paidMinor: bigint): InvoiceState {
  if (paidMinor === invoice.totalMinor) return { ...invoice, paidMinor, status: "paid" };
  return { ...invoice, paidMinor, status: invoice.status === "uncollectible" ? "uncollectible" : "open" };
}

/** What is still to be paid: nothing unless the invoice is open. */
export const amountDue = ({ status, totalMinor, paidMinor }: InvoiceState): bigint =>
  status === "open" ? totalMinor - paidMinor : 0n;

/** How an invoice stands for people: an open one whose due date has passed is overdue. That is never stored. */
export type InvoiceStanding = InvoiceStatus | "overdue";

export function standingOf(invoice: { status: InvoiceStatus; dueAt: Date | null }, now: Date): InvoiceStanding {
  const late = invoice.status === "open" && invoice.dueAt !== null && invoice.dueAt < now;
  return late ? "overdue" : invoice.status;
}
