import { Money } from "@/components/ui/money";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import type { Money as Amount } from "@/lib/platform/kernel/money";
import { t } from "@/lib/platform/language/t";
import { SettlementRows, type SettlementRowsProps } from "./settlement-rows";
import { SumRow } from "./sum-row";
import { TaxRows } from "./tax-rows";

/** Subtotal, tax, total, payments and amount due. */
export function InvoiceSums(props: SettlementRowsProps) {
  const { invoice, format } = props;
  const { subtotal, discount, taxes, total, due, standing, taxMode } = invoice;
  const sum = (value: Amount) => <Money value={value} format={format} />;
  const payable = (["open", "overdue", "paid"] as InvoiceDetail["standing"][]).includes(standing);
  return (
    <dl className="ms-auto w-full max-w-96 px-4 py-3">
      {discount.amountMinor > 0 && <SumRow label={t("Discounts, included above")}>{sum(discount)}</SumRow>}
      <SumRow label={taxMode === "inclusive" ? t("Net") : t("Subtotal")}>{sum(subtotal)}</SumRow>
      <TaxRows taxes={taxes} format={format} />
      <SumRow label={t("Total")} strong>
        {sum(total)}
      </SumRow>
      <SettlementRows {...props} />
      {payable && (
        <SumRow label={t("Amount due")} strong>
          {sum(due)}
        </SumRow>
      )}
    </dl>
  );
}
