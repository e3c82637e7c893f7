import type { LedgerKind } from "@/lib/platform/db/generated/enums";
import { fill } from "@/lib/platform/language/fill";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t, translated } from "@/lib/platform/language/t";

/** The memos that name a document. */
const numbered = {
  invoiceIssued: msg("Invoice {number}"),
  invoiceVoided: msg("Invoice {number} voided"),
  invoiceWrittenOff: msg("Invoice {number} written off"),
  creditApplied: msg("Account credit applied to invoice {number}"),
  creditNoteIssued: msg("Credit note {number}"),
};

/** Those with a value, which is found again by the words around it. */
const filled: Readonly<Record<string, Sentence>> = {
  ...numbered,
  refundFailed: msg("The bank rejected the refund ({reason})."),
};

/** The memo of an entry. The ledger never changes, so it is kept in English, whoever caused it. */
export const memoOf = (kind: keyof typeof numbered, number: string | null): string =>
  fill(String(numbered[kind]), { number: number ?? "" }, "en");

/** A memo in the reader's language; what people or banks wrote stays as it is. */
export function memoInWords(kind: LedgerKind, memo: string): string {
  const sentence = filled[kind];
  const [before = "", name = "", after = ""] = String(sentence ?? "").split(/\{(\w+)\}/);
  if (sentence === undefined || !memo.startsWith(before) || !memo.endsWith(after)) return translated(memo);
  return t(sentence, { [name]: memo.slice(before.length, memo.length - after.length) });
}
