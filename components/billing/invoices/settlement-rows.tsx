import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import { TextLink } from "@/components/ui/text-link";
import type { InvoiceDetail } from "@/lib/billing/invoices/schema";
import type { Money as Amount } from "@/lib/platform/kernel/money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import { legalDates } from "./legal-dates";
import { SumRow } from "./sum-row";

export type SettlementRowsProps = {
  invoice: InvoiceDetail;
  creditNoteHref: (creditNoteId: string) => string;
  format: ViewerFormat;
};

/** What changed the amount due since the invoice was issued: credit notes, account credit, payments and refunds. */
export function SettlementRows({ invoice, creditNoteHref, format }: SettlementRowsProps) {
  const { creditNotes, credited, creditApplied, payments } = invoice;
  const less = ({ amountMinor, currency }: Amount) => (
    <Money value={{ amountMinor: -amountMinor, currency }} format={format} />
  );
  const lowering = creditNotes.filter(({ applied }) => applied.amountMinor > 0);
  return (
    <>
      {lowering.map(({ id, number, applied }) => (
        <SumRow key={id} label={<TextLink href={creditNoteHref(id)}>{t("Credit note {number}", { number })}</TextLink>}>
          {less(applied)}
        </SumRow>
      ))}
      {lowering.length === 0 && credited.amountMinor > 0 && <SumRow label={t("Credited")}>{less(credited)}</SumRow>}
      {creditApplied.amountMinor > 0 && <SumRow label={t("From account credit")}>{less(creditApplied)}</SumRow>}
      {payments.map(({ id, method, amount, receivedAt }) => (
        <SumRow
          key={id}
          label={rich("Paid {date}, {method}", {
            date: <DateTime value={receivedAt} format={legalDates(format)} />,
            method,
          })}
        >
          {less(amount)}
        </SumRow>
      ))}
      {payments
        .filter(({ returned }) => returned.amountMinor > 0)
        .map(({ id, method, returned }) => (
          <SumRow key={id} label={t("Refunded to {method}", { method })}>
            <Money value={returned} format={format} />
          </SumRow>
        ))}
    </>
  );
}
