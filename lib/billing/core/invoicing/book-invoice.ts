import type { NotifyingContext } from "@/lib/billing/core/billing-context";
import { applyCredit } from "@/lib/billing/core/credits/apply-credit";
import { memoOf } from "@/lib/billing/core/ledger/memo";
import { post } from "@/lib/billing/core/ledger/post";
import { salePostings } from "@/lib/billing/core/ledger/sale-postings";
import type { TaxAtRate } from "@/lib/billing/core/pricing/totals";
import type { InvoiceStatus } from "./invoice-lifecycle";
import { invoicePaid } from "./invoice-paid";

export interface IssuedInvoice {
  readonly id: string;
  readonly number: string;
  readonly currency: string;
  readonly totalMinor: bigint;
  /** Amount due after account credit. */
  readonly dueMinor: bigint;
  readonly status: "open" | "paid";
}

interface NumberedInvoice {
  readonly id: string;
  readonly number: string;
  readonly status: InvoiceStatus;
  readonly currency: string;
  readonly totalMinor: bigint;
  readonly taxCountry: string | null;
  readonly taxes: readonly TaxAtRate[];
}

/**
 * Posts a newly numbered invoice to the ledger; available account credit is applied to it unless the credit is to be
 * kept.
 */
export async function bookInvoice(
  work: NotifyingContext,
  { id, number, status, taxCountry, taxes, currency, totalMinor }: NumberedInvoice,
  { useCredit = true }: { readonly useCredit?: boolean } = {},
): Promise<IssuedInvoice> {
  const of = { currency, invoiceId: id };
  await post(work, {
    kind: "invoiceIssued",
    source: `invoice:${id}:issued`,
    memo: memoOf("invoiceIssued", number),
    lines: [
      { ...of, ledgerAccount: "receivable", amountMinor: totalMinor },
      ...salePostings({ ...of, taxCountry, taxes }, -1n),
    ],
  });
  if (status === "paid") await invoicePaid(work, id);
  const dueMinor = totalMinor - (useCredit ? await applyCredit(work, id) : 0n);
  return { id, number, currency, totalMinor, dueMinor, status: dueMinor === 0n ? "paid" : "open" };
}
