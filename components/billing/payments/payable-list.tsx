import { Money } from "@/components/ui/money";
import { TextLink } from "@/components/ui/text-link";
import type { PaymentPreview } from "@/lib/billing/payments/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";

type PayableListProps = {
  preview: PaymentPreview;
  hrefOf: (invoiceId: string) => string;
  format: ViewerFormat;
};

/** What is going to be paid, to the cent. */
export function PayableList({ preview, hrefOf, format }: PayableListProps) {
  return (
    <dl>
      {preview.invoices.map(({ id, number, due }) => (
        <div key={id} className="flex justify-between gap-4 border-b border-line py-2">
          <dt>
            <TextLink href={hrefOf(id)}>{number}</TextLink>
          </dt>
          <dd className="tabular-nums">
            <Money value={due} format={format} />
          </dd>
        </div>
      ))}
      <div className="flex justify-between gap-4 pt-3 text-md font-semibold">
        <dt>Total</dt>
        <dd className="tabular-nums">
          <Money value={preview.total} format={format} />
        </dd>
      </div>
    </dl>
  );
}
