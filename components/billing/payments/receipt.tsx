import { DateTime } from "@/components/ui/date-time";
import { KeyValueList } from "@/components/ui/key-value-list";
import { Money } from "@/components/ui/money";
import { TextLink } from "@/components/ui/text-link";
import type { PaymentDetail } from "@/lib/billing/payments/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

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
        { label: "Amount", value: <Money value={amount} format={format} /> },
        ...(refunded.amountMinor > 0 ? [{ label: "Refunded", value: <Money value={refunded} format={format} /> }] : []),
        { label: "Method", value: method },
        { label: "Paid by", value: paidBy ?? "Autopay" },
        {
          label: status === "succeeded" ? "Received" : "Requested",
          value: <DateTime value={at} style="dateTime" format={format} />,
        },
        ...invoices.map((invoice) => ({
          label: `Invoice ${invoice.number}`,
          value: (
            <span className="flex flex-wrap justify-between gap-x-4">
              <Money value={invoice.amount} format={format} />
              <TextLink href={hrefOf(invoice.id)}>View invoice</TextLink>
            </span>
          ),
        })),
      ]}
    />
  );
}
