import { Callout } from "@/components/ui/callout";
import { OperationForm } from "@/components/ui/operation-form";
import type { VisitItem } from "@/lib/accounts/staff-visits/schema";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { VisitWhy } from "./visit-why";

interface EmergenciesProps {
  readonly emergencies: readonly VisitItem[];
  readonly base: string;
  readonly confirm: FormAction;
}

/** What other managers ask this one to confirm. */
export function Emergencies({ emergencies, base, confirm }: EmergenciesProps) {
  return emergencies.map((visit) => (
    <Callout
      key={visit.id}
      kind="danger"
      title={t("{name} asks for emergency access", { name: visit.staffName })}
      className="max-w-xl text-start"
      actions={
        <OperationForm
          action={confirm}
          hidden={{ visitId: visit.id }}
          label={t("Confirm emergency access")}
          submitLabel={t("Confirm for two hours")}
        />
      }
    >
      <VisitWhy why={visit} base={base} />
    </Callout>
  ));
}
