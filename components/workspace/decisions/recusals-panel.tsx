import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";

export type RecusalsPanelProps = { decision: DecisionDetail; recuse: FormAction; lift: FormAction };

/** Who is recused and why, and for the chair: who has declared an interest, and the decision about it. */
export function RecusalsPanel({ decision, recuse, lift }: RecusalsPanelProps) {
  const { id: decisionId, recusals, conflicts, invited, allowed, state } = decision;
  const deciding = allowed.lead && (state === "draft" || state === "open");
  if (recusals.length === 0 && !deciding) return null;
  const others = invited.filter(({ recused }) => !recused);
  return (
    <Panel
      title={t("Recusals")}
      description={t("Whoever is recused neither sees this decision nor votes, whatever their role.")}
    >
      <div className="flex flex-col gap-4">
        {recusals.map(({ contactId, name, reason, decidedByName }) => (
          <div key={contactId} className="flex flex-wrap items-start justify-between gap-2">
            <p className="min-w-0 wrap-anywhere">
              {name}
              <span className="block text-sm text-ink-soft">
                {t("{reason} – decided by {name}", { reason, name: decidedByName })}
              </span>
            </p>
            {deciding && (
              <ConfirmDialog
                id={`lift-${contactId}`}
                action={lift}
                trigger={t("End recusal")}
                title={t("End the recusal of {name}?", { name })}
                hidden={{ decisionId, contactId }}
                confirmLabel={t("End recusal")}
                destructive={false}
                consequences={[t("They see the decision again, and a vote that they had cast counts again.")]}
              >
                <ReasonField />
              </ConfirmDialog>
            )}
          </div>
        ))}
        {conflicts.map(({ contactId, name, organisation, nature }) => (
          <Callout
            key={`${contactId} ${organisation} ${nature}`}
            kind="warning"
            title={t("{name} declared an interest in {organisation}", { name, organisation })}
          >
            {nature}
          </Callout>
        ))}
        {deciding && others.length > 0 && (
          <OperationForm
            action={recuse}
            hidden={{ decisionId }}
            label={t("Recuse")}
            submitLabel={t("Recuse")}
            submitVariant="secondary"
            resetOnDone
          >
            <Field name="contactId" label={t("Person")} required>
              <Select
                placeholder={t("Choose a person")}
                defaultValue={conflicts[0]?.contactId}
                options={others.map(({ contactId, name }) => ({ value: contactId, label: name }))}
              />
            </Field>
            <ReasonField />
          </OperationForm>
        )}
      </div>
    </Panel>
  );
}

export function ReasonField() {
  return (
    <Field name="reason" label={t("Reason")} hint={t("Everyone who is invited reads it.")} required>
      <Input />
    </Field>
  );
}
