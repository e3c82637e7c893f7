import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
import { rich } from "@/lib/platform/language/rich";
import { t } from "@/lib/platform/language/t";
import type { ServiceDetail } from "@/lib/services/services/schema";

export type ServiceToComeProps = {
  service: ServiceDetail;
  /** Set for viewers who can undo it. */
  undoCancellation?: FormAction;
  keepPlan?: FormAction;
  format: ViewerFormat;
};

/** What happens to a service when its period ends, other than renewing unchanged. */
export function ServiceToCome({ service, undoCancellation, keepPlan, format }: ServiceToComeProps) {
  const { endsAt, nextPlan, renewsAt } = service;
  if (endsAt !== null) {
    return (
      <Callout
        kind="warning"
        className="mb-4"
        title={t("Cancellation scheduled")}
        actions={
          undoCancellation && <TakeBack service={service} action={undoCancellation} label={t("Undo cancellation")} />
        }
      >
        {rich("It runs until {date} and won't renew.", { date: <DateTime value={endsAt} format={format} /> })}
      </Callout>
    );
  }
  if (nextPlan === null || renewsAt === null) return null;
  return (
    <Callout
      className="mb-4"
      title={t("Plan change scheduled")}
      actions={keepPlan && <TakeBack service={service} action={keepPlan} label={t("Keep current plan")} />}
    >
      {rich("From {date}: {product}, billed every {interval, select, month {month} other {year}}{options}.", {
        date: <DateTime value={renewsAt} format={format} />,
        product: nextPlan.product,
        interval: nextPlan.term,
        options: nextPlan.options.length > 0 && ` (${nextPlan.options.join(", ")})`,
      })}
    </Callout>
  );
}

const TakeBack = ({
  service,
  action,
  label,
}: {
  service: ServiceDetail;
  action: FormAction;
  label: string;
}): ReactNode => (
  <OperationForm
    action={action}
    hidden={{ serviceId: service.id, version: service.version }}
    submitLabel={label}
    submitVariant="secondary"
    pendingLabel={t("Saving…")}
    label={label}
  />
);
