import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RecusalsPanel as SharedPanel } from "@/components/workspace/core/recusals-panel";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";

export type RecusalsPanelProps = {
  decision: DecisionDetail;
  recuse: FormAction;
  lift: FormAction;
  dismiss: FormAction;
};

/** Who is recused from a decision and why, and for the chair: who has declared an interest, and the decision about it. */
export function RecusalsPanel({ decision, ...decide }: RecusalsPanelProps) {
  const { id: decisionId, invited, allowed, state } = decision;
  const deciding = allowed.lead && (state === "draft" || state === "open");
  if (decision.recusals.length === 0 && !deciding) return null;
  const people = invited.filter(({ recused }) => !recused).map(({ contactId: id, name }) => ({ id, name }));
  return (
    <SharedPanel
      view={{ ...decision, people }}
      hidden={{ decisionId }}
      description={t("Whoever is recused neither sees this decision nor votes, whatever their role.")}
      ending={t("They see the decision again, and a vote that they had cast counts again.")}
      decide={deciding ? decide : null}
      endsWithReason
    />
  );
}

export function ReasonField() {
  return (
    <Field name="reason" label={t("Reason")} hint={t("Everyone who is invited reads it.")} required>
      <Input />
    </Field>
  );
}
