import { Money } from "@/components/ui/money";
import { TextLink } from "@/components/ui/text-link";
import type { PaymentPreview } from "@/lib/billing/payments/schema";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { t } from "@/lib/platform/language/t";

type PayableListProps = {
  preview: PaymentPreview;
  /** The same page with or without account credit; omitted if there is none to apply. */
  creditHref?: string;
  useCredit: boolean;
  hrefOf: (invoiceId: string) => string;
  format: ViewerFormat;
};

/** The invoices being paid, with the exact amount. */
export function PayableList({ preview, creditHref, useCredit, hrefOf, format }: PayableListProps) {
  const { total, credit } = preview;
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
        <dt>{t("Total")}</dt>
        <dd className="tabular-nums">
          <Money value={total} format={format} />
        </dd>
      </div>
      {credit && creditHref && (
        <>
          <div className="flex justify-between gap-4 pt-2">
            <dt>
              {t("Account credit")}{" "}
              <TextLink href={creditHref}>{useCredit ? t("Don't apply") : t("Apply credit")}</TextLink>
            </dt>
            <dd className="tabular-nums">
              <Money value={useCredit ? { ...credit, amountMinor: -credit.amountMinor } : credit} format={format} />
            </dd>
          </div>
          {useCredit && (
            <div className="flex justify-between gap-4 pt-2 text-md font-semibold">
              <dt>{t("Amount to pay")}</dt>
              <dd className="tabular-nums">
                <Money value={{ ...total, amountMinor: total.amountMinor - credit.amountMinor }} format={format} />
              </dd>
            </div>
          )}
        </>
      )}
    </dl>
  );
}
