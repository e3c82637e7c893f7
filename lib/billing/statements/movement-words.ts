import type { LedgerKind } from "@/lib/platform/db/generated/enums";

/** Names of the statement's transactions. */
export const movementWords: Record<LedgerKind, string> = {
  invoiceIssued: "Invoice",
  invoiceVoided: "Invoice voided",
  invoiceWrittenOff: "Invoice written off",
  paymentReceived: "Payment",
  creditApplied: "Account credit applied",
  creditGranted: "Account credit",
  creditNoteIssued: "Credit note",
  refundPaid: "Refund",
  refundFailed: "Refund failed",
  disputeOpened: "Payment disputed",
  disputeWon: "Dispute won",
  disputeLost: "Payment reversed",
};
