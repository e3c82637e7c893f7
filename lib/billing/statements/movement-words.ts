import type { LedgerKind } from "@/lib/platform/db/generated/enums";
import { msg, type Sentence } from "@/lib/platform/language/msg";

/** Names of the statement's transactions. */
export const movementWords: Record<LedgerKind, Sentence> = {
  invoiceIssued: msg("Invoice"),
  invoiceVoided: msg("Invoice voided"),
  invoiceWrittenOff: msg("Invoice written off"),
  paymentReceived: msg("Payment"),
  creditApplied: msg("Account credit applied"),
  creditGranted: msg("Account credit"),
  creditNoteIssued: msg("Credit note"),
  refundPaid: msg("Refund"),
  refundFailed: msg("Refund failed"),
  disputeOpened: msg("Payment disputed"),
  disputeWon: msg("Dispute won"),
  disputeLost: msg("Payment reversed"),
};
