import type { BillingContext } from "@/lib/billing/core/billing-context";
import { type Parties, partyOf, sellerCopy } from "@/lib/billing/core/tax/parties";
import { invoiceAfter } from "./invoice-lifecycle";
import { takeNumber } from "./take-number";

/** The fields set when a draft is issued: the next number in its series, its dates, and the current parties. */
export async function numberInvoice(work: BillingContext, totalMinor: bigint, { seller, buyer }: Parties, dueAt: Date) {
  const draft = { status: "draft", totalMinor, paidMinor: 0n, creditedMinor: 0n, releasedMinor: 0n } as const;
  const status = invoiceAfter(draft, { type: "issue" })?.status ?? draft.status;
  return {
    number: await takeNumber(work, seller.id, "invoice"),
    status,
    issuedAt: work.now,
    dueAt,
    paidAt: status === "paid" ? work.now : null,
    seller: sellerCopy(seller),
    buyer: partyOf(buyer),
  };
}
