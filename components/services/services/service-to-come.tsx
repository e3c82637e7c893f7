import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { DateTime } from "@/components/ui/date-time";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import type { ViewerFormat } from "@/lib/platform/kernel/viewer-format";
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
        title="Cancellation scheduled"
        actions={undoCancellation && <TakeBack service={service} action={undoCancellation} label="Undo cancellation" />}
      >
        It runs until <DateTime value={endsAt} format={format} /> and won't renew.
      </Callout>
    );
  }
  if (nextPlan === null || renewsAt === null) return null;
  return (
    <Callout
      className="mb-4"
      title="Plan change scheduled"
      actions={keepPlan && <TakeBack service={service} action={keepPlan} label="Keep current plan" />}
    >
      From <DateTime value={renewsAt} format={format} />: {nextPlan.product}, billed every {nextPlan.term}
      {nextPlan.options.length > 0 && ` (${nextPlan.options.join(", ")})`}.
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
    pendingLabel="Saving…"
    label={label}
  />
);
