import type { ReactNode } from "react";
import { InvoicePreviewTable } from "@/components/services/orders/invoice-preview";
import { DateTime } from "@/components/ui/date-time";
import { Money } from "@/components/ui/money";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { PlanPreview } from "@/lib/services/services/schema";

export type PlanCostProps = {
  preview: PlanPreview;
  money: NonNullable<PlanPreview["money"]>;
  format: ViewerFormat;
};

/** What a plan change charges and credits today, and what the next renewal costs. */
export function PlanCost({ preview, money, format }: PlanCostProps) {
  const { invoice, credit, due, renewal } = money;
  return (
    <>
      {invoice === null ? (
        <p className="text-ink-soft">
          {preview.when === "renewal"
            ? t("Nothing is charged or credited now. Your next invoice will be for the new plan.")
            : t("Nothing is charged or credited on the last day of a billing period.")}
        </p>
      ) : (
        <>
          <h3 className="mb-1 font-medium text-ink">{t("Charged now")}</h3>
          <InvoicePreviewTable invoice={invoice} caption={t("Invoice preview")} locale={format.locale} />
          <h3 className="mt-4 mb-1 font-medium text-ink">{t("Credited")}</h3>
          <p className="text-ink-soft">
            <Credited preview={preview} money={money} format={format} />
          </p>
        </>
      )}
      <dl className="mt-4 flex flex-col gap-1 border-t border-line pt-3">
        <Row label={credit.amountMinor > 0 ? t("Due today, after account credit") : t("Due today")} strong>
          <Money value={due} format={format} />
        </Row>
        <Row label={rich("Next renewal, {date}", { date: <DateTime value={preview.renewsAt} format={format} /> })}>
          <Money value={renewal} format={format} />
        </Row>
      </dl>
    </>
  );
}

function Credited({ preview, money: { credited }, format }: PlanCostProps): ReactNode {
  if (credited === null) return t("Nothing: no unused time has been invoiced.");
  return (
    <>
      {rich(
        "{amount} including tax for {daysLeft} of {daysIn} unused days. It reduces the balance due on the old invoice; any amount already paid becomes account credit.",
        { amount: <Money value={credited} format={format} />, daysLeft: preview.daysLeft, daysIn: preview.daysIn },
      )}
    </>
  );
}

type RowProps = { label: ReactNode; strong?: boolean; children: ReactNode };

const Row = ({ label, strong, children }: RowProps) => (
  <div className={`flex justify-between gap-4 ${strong ? "font-semibold text-ink" : "text-ink-soft"}`}>
    <dt>{label}</dt>
    <dd className="tabular-nums">{children}</dd>
  </div>
);
