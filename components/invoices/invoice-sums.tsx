import type { ReactNode } from "react";
import { cx } from "@/components/ui/cx";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { InvoiceDetail } from "@/lib/invoices/schema";
import type { Money as Amount } from "@/lib/kernel/money";
import type { ViewerFormat } from "@/lib/kernel/viewer-format";
import { legalDates } from "./legal-dates";
import { rateInWords } from "./rate-in-words";

/** From the net sum over tax and payments to what is still to be paid. */
export function InvoiceSums({ invoice, format }: { invoice: InvoiceDetail; format: ViewerFormat }) {
  const { subtotal, taxes, total, payments, due, standing } = invoice;
  const sum = (value: Amount) => <Money value={value} format={format} />;
  const payable = standing === "open" || standing === "overdue" || standing === "paid";
  return (
    <dl className="ms-auto w-full max-w-96 px-4 py-3">
      <Row label="Subtotal">{sum(subtotal)}</Row>
      {taxes.map(({ basisPoints, net, tax }) => (
        <Row
          key={basisPoints}
          label={
            <>
              VAT {rateInWords(basisPoints, format.locale)} on {sum(net)}
            </>
          }
        >
          {sum(tax)}
        </Row>
      ))}
      <Row label="Total" strong>
        {sum(total)}
      </Row>
      {payments.map(({ id, method, amount, receivedAt }) => (
        <Row
          key={id}
          label={
            <>
              Paid <DateTime value={receivedAt} format={legalDates(format)} />, {method}
            </>
          }
        >
          {sum({ ...amount, amountMinor: -amount.amountMinor })}
        </Row>
      ))}
      {payable && (
        <Row label="Still to pay" strong>
          {sum(due)}
        </Row>
      )}
    </dl>
  );
}

function Row({ label, strong, children }: { label: ReactNode; strong?: boolean; children: ReactNode }) {
  return (
    <div
      className={cx(
        "flex items-baseline justify-between gap-4 py-1",
        strong && "mt-1 border-t border-line-strong pt-2 font-semibold text-ink",
      )}
    >
      <dt className={strong ? undefined : "text-ink-soft"}>{label}</dt>
      <dd className="tabular-nums">{children}</dd>
    </div>
  );
}
