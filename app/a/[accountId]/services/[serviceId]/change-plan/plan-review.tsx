import { randomUUID } from "node:crypto";
import type { AccountPageContext } from "@/app/page-context";
import { PlanSummary } from "@/components/services/services/plan-summary";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { formatMoney } from "@/lib/platform/kernel/format-money";
import { t } from "@/lib/platform/language/t";
import { changePlan } from "@/lib/services/services/change-plan";
import type { PlanChoices, PlanPreview } from "@/lib/services/services/schema";

export type PlanReviewProps = {
  page: AccountPageContext;
  service: PlanChoices["service"];
  wanted: Readonly<Record<string, string>>;
  preview: PlanPreview;
};

/** The last step: what the chosen plan costs, and the button that confirms it. */
export function PlanReview({ page: { action, base, actor }, service, wanted, preview }: PlanReviewProps) {
  const here = `${base}/services/${service.id}`;
  const due = preview.money?.due;
  return (
    <Panel title={t("What changes")}>
      <PlanSummary preview={preview} before={service.product} format={actor} />
      <OperationForm
        className="mt-4"
        action={action(changePlan, here)}
        idempotencyKey={randomUUID()}
        hidden={{
          ...wanted,
          serviceId: service.id,
          when: preview.when,
          version: preview.version,
          dueSeen: due?.amountMinor,
        }}
        submitLabel={
          due && due.amountMinor > 0
            ? t("Change plan for {amount}", { amount: formatMoney(due.amountMinor, due.currency, actor.locale) })
            : t("Change plan")
        }
        pendingLabel={t("Changing…")}
        cancelHref={`${here}/change-plan?${new URLSearchParams(wanted)}`}
        cancelLabel={t("Edit change")}
      />
    </Panel>
  );
}
