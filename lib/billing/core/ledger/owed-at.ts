import type { InvoiceStatus } from "@/lib/billing/core/invoicing/invoice-lifecycle";

/** The ledger account of an invoice's amount due: receivables, or bad debt once written off. */
export const owedAt = (status: InvoiceStatus): "receivable" | "badDebt" =>
  status === "uncollectible" ? "badDebt" : "receivable";
