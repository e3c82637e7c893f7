import type { InvoiceToDraft } from "./draft-contents";
import { draftInvoice } from "./draft-invoice";
import { type IssuedInvoice, issueDraft } from "./issue-draft";
import { lockMoney, type Work } from "./work";

/** Drafts and issues at once. Throws as the two do. */
export async function issueInvoice(
  work: Work,
  { dueAt, ...draft }: InvoiceToDraft & { readonly dueAt: Date },
): Promise<IssuedInvoice> {
  await lockMoney(work);
  return issueDraft(work, await draftInvoice(work, draft), dueAt);
}
