import { Money } from "@/components/ui/money";
import { t } from "@/lib/platform/language/t";
import type { InvoicePreview } from "@/lib/services/core/schema";

export type InvoicePreviewTableProps = { invoice: InvoicePreview; caption: string; locale: string };

/** Preview of an invoice: lines, coupon discount, tax, total. */
export function InvoicePreviewTable({ invoice, caption, locale }: InvoicePreviewTableProps) {
  const { lines, discount, taxes, reverseCharge, total } = invoice;
  const rows = [
    ...lines.map(({ description, value }) => ({ label: description, value })),
    ...(discount ? [{ label: t("Discount"), value: discount }] : []),
    ...taxes.map(({ basisPoints, value }) => ({
      label: t("Tax, {percent}", { percent: percent(basisPoints, locale) }),
      value,
    })),
  ];
  return (
    <>
      <table className="w-full">
        <caption className="sr-only">{caption}</caption>
        <tbody>
          {rows.map(({ label, value }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines have no other key and are never reordered
            <tr key={index} className="border-b border-line">
              <th scope="row" className="py-2 pe-4 text-start font-normal wrap-anywhere text-ink-soft">
                {label}
              </th>
              <td className="py-2 text-end align-top tabular-nums">
                <Money value={value} format={{ locale }} />
              </td>
            </tr>
          ))}
          <tr>
            <th scope="row" className="py-2 pe-4 text-start font-semibold text-ink">
              {t("Total")}
            </th>
            <td className="py-2 text-end font-semibold text-ink tabular-nums">
              <Money value={total} format={{ locale }} />
            </td>
          </tr>
        </tbody>
      </table>
      {reverseCharge && (
        <p className="mt-1 text-sm text-ink-soft">{t("Reverse charge: the customer accounts for the tax.")}</p>
      )}
    </>
  );
}

const percent = (basisPoints: number, locale: string): string =>
  new Intl.NumberFormat(locale, { style: "percent", maximumFractionDigits: 2 }).format(basisPoints / 10_000);
