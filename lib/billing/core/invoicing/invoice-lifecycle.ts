export const invoiceStatuses = ["draft", "open", "paid", "void", "uncollectible"] as const;

export type InvoiceStatus = (typeof invoiceStatuses)[number];

/** What the lifecycle looks at; amounts in minor units of the invoice's currency. */
export interface InvoiceState {
  readonly status: InvoiceStatus;
  readonly totalMinor: bigint;
  readonly paidMinor: bigint;
  /** Taken back by credit notes. */
  readonly creditedMinor: bigint;
}

/** What can happen to an invoice. `return` is money that went back: a refund, a failed debit, a dispute. */
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
      return status === "open" && event.amountMinor > 0n && event.amountMinor <= amountDue(invoice)
        ? settled({ ...invoice, creditedMinor: creditedMinor + event.amountMinor })
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
  return paidMinor < 0n || beyond ? null : settled({ ...invoice, paidMinor });
}

function settled(invoice: InvoiceState): InvoiceState {
  if (unsettled(invoice) === 0n) return { ...invoice, status: "paid" };
  return { ...invoice, status: invoice.status === "uncollectible" ? "uncollectible" : "open" };
}

/** What neither payments nor credit notes have settled, whatever became of the invoice. */
export const unsettled = ({ totalMinor, paidMinor, creditedMinor }: Omit<InvoiceState, "status">): bigint =>
  totalMinor - paidMinor - creditedMinor;

/** What is still to be paid: nothing unless the invoice is open. */
export const amountDue = (invoice: InvoiceState): bigint => (invoice.status === "open" ? unsettled(invoice) : 0n);

/** How an invoice stands for people: an open one whose due date has passed is overdue. That is never stored. */
export type InvoiceStanding = InvoiceStatus | "overdue";

export function standingOf(invoice: { status: InvoiceStatus; dueAt: Date | null }, now: Date): InvoiceStanding {
  const late = invoice.status === "open" && invoice.dueAt !== null && invoice.dueAt < now;
  return late ? "overdue" : invoice.status;
}
