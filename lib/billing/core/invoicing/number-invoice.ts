import { type Parties, partyOf, sellerCopy } from "@/lib/billing/core/tax/parties";
import type { Work } from "@/lib/billing/core/work";
import { Problem } from "@/lib/platform/kernel/problem";
import { type InvoiceState, invoiceAfter } from "./invoice-lifecycle";
import { takeNumber } from "./take-number";

/**
 * What issuing makes of a draft: the next number of its series, its dates, and the parties as they are now.
 *
 * @throws Problem `conflict` where it is no draft.
 */
export async function numberInvoice(work: Work, draft: InvoiceState, { seller, buyer }: Parties, dueAt: Date) {
  const issued = invoiceAfter(draft, { type: "issue" });
  if (issued === null) throw new Problem("conflict", "Only a draft can be issued.");
  return {
    number: await takeNumber(work, seller.id, "invoice"),
    status: issued.status,
    issuedAt: work.now,
    dueAt,
    paidAt: issued.status === "paid" ? work.now : null,
    seller: sellerCopy(seller),
    buyer: partyOf(buyer),
  };
}
