import { OperationForm } from "@/components/ui/operation-form";
import { RadioGroup } from "@/components/ui/radio-group";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";

/** One vote, which is final. */
export function BallotForm({ decision, vote }: { decision: DecisionDetail; vote: FormAction }) {
  const { id: decisionId, round, textVersion, options } = decision;
  return (
    <OperationForm
      action={vote}
      hidden={{ decisionId, round, textVersion }}
      label={t("Your vote")}
      submitLabel={t("Cast my vote")}
      submitVariant="primary"
      doneMessage={t("Your vote was counted.")}
    >
      <RadioGroup
        name="position"
        legend={t("Your vote")}
        hideLegend
        required
        options={options.map(({ position, text, abstains }) => ({
          value: String(position),
          label: text,
          ...(abstains && { hint: t("Counts as an abstention.") }),
        }))}
      />
      <p className="text-sm text-ink-soft">{t("A vote is final. Nobody can change it afterwards, not even you.")}</p>
    </OperationForm>
  );
}
