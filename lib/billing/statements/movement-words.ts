import type { LedgerKind } from "@/lib/platform/db/generated/enums";

/** What a movement of the balance is called. */
export const movementWords: Record<LedgerKind, string> = {
  invoiceIssued: "Invoice",
  invoiceVoided: "Invoice withdrawn",
  invoiceWrittenOff: "Written off",
  paymentReceived: "Payment",
  creditApplied: "Credit used",
  creditGranted: "Credit",
  creditNoteIssued: "Credit note",
  refundPaid: "Refund",
  refundFailed: "Refund came back",
  disputeOpened: "Payment disputed",
  disputeWon: "Dispute settled",
  disputeLost: "Payment taken back",
};
