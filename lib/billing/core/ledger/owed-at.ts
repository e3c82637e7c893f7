import type { InvoiceStatus } from "@/lib/billing/core/invoicing/invoice-lifecycle";

/** Where the ledger keeps what is still to come of an invoice: once it is given up, with the losses. */
export const owedAt = (status: InvoiceStatus): "receivable" | "badDebt" =>
  status === "uncollectible" ? "badDebt" : "receivable";
