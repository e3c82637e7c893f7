import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
import { TextLink } from "@/components/ui/text-link";
import type { PaymentDetail } from "@/lib/billing/payments/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

type ReceiptProps = {
  payment: PaymentDetail;
  hrefOf: (invoiceId: string) => string;
  format: ViewerFormat;
};

/** The payer, amount, date, method and invoices of a payment. */
export function Receipt({ payment, hrefOf, format }: ReceiptProps) {
  const { amount, refunded, method, paidBy, at, status, invoices } = payment;
  return (
    <KeyValueList
      items={[
        { label: t("Amount"), value: <Money value={amount} format={format} /> },
        ...(refunded.amountMinor > 0
          ? [{ label: t("Refunded"), value: <Money value={refunded} format={format} /> }]
          : []),
        { label: t("Method"), value: method },
        { label: t("Paid by"), value: paidBy ?? t("Autopay") },
        {
          label: status === "succeeded" ? t("Received") : t("Requested"),
          value: <DateTime value={at} style="dateTime" format={format} />,
        },
        ...invoices.map((invoice) => ({
          label: t("Invoice {number}", { number: invoice.number }),
          value: (
            <span className="flex flex-wrap justify-between gap-x-4">
              <Money value={invoice.amount} format={format} />
              <TextLink href={hrefOf(invoice.id)}>{t("View invoice")}</TextLink>
            </span>
          ),
        })),
      ]}
    />
  );
}
