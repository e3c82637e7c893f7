import { type BillingContext, lockMoney } from "@/lib/billing/core/billing-context";
import { post } from "@/lib/billing/core/ledger/post";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

interface CreditToGrant {
  readonly amountMinor: bigint;
  readonly currency: string;
  readonly reason: string;
  /** Unique: the same source grants credit once. */
  readonly source: string;
}

/** Grants goodwill credit, which isn't tied to an invoice. It reduces revenue. */
export async function grantCredit(
  work: BillingContext,
  { amountMinor, currency, reason, source }: CreditToGrant,
): Promise<void> {
  if (amountMinor <= 0n) throw invalidField("amount", t("Enter an amount above zero."));
  await lockMoney(work);
  await post(work, {
    kind: "creditGranted",
    source,
    memo: reason,
    lines: [
      { ledgerAccount: "revenue", currency, amountMinor },
      { ledgerAccount: "customerCredit", currency, amountMinor: -amountMinor },
    ],
  });
}
