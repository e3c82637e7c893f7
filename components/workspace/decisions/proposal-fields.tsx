import { Checkbox } from "@/components/ui/checkbox";
import { Field } from "@/components/ui/field";
import { Fieldset } from "@/components/ui/fieldset";
import { Input } from "@/components/ui/input";
import { MarkdownField } from "@/components/ui/markdown-field";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";
import { DeadlineFields } from "./deadline-fields";
import { OptionsField } from "./options-field";
import { baseWords, type RuleExample, RuleExamples } from "./rule-examples";

export type ProposalFieldsProps = {
  /** What it is now; a new one if left out. */
  decision?: DecisionDetail;
  /** `2026-03-29T18:00` in `timeZone`. */
  voteBy: string;
  timeZone: string;
  examples: readonly RuleExample[];
};

/** Everything that is frozen at the first vote: text, options and rules. */
export function ProposalFields({ decision, voteBy, timeZone, examples }: ProposalFieldsProps) {
  const options = decision?.options ?? [];
  const choices = decision ? options.filter(({ abstains }) => !abstains).map(({ text }) => text) : [t("Yes"), t("No")];
  const abstention = decision ? (options.find(({ abstains }) => abstains)?.text ?? "") : t("Abstain");
  return (
    <>
      <Field name="title" label={t("Title")} required>
        <Input defaultValue={decision?.title} />
      </Field>
      <MarkdownField
        name="purpose"
        label={t("Purpose")}
        hint={t("What is to be decided, in a sentence or two.")}
        rows={3}
        defaultValue={decision?.purpose}
      />
      <MarkdownField name="background" label={t("Background")} rows={6} optional defaultValue={decision?.background} />
      <MarkdownField
        name="recommendation"
        label={t("Recommendation")}
        rows={3}
        optional
        defaultValue={decision?.recommendation}
      />
      <OptionsField chosen={choices} />
      <Field
        name="abstention"
        label={t("Abstention")}
        hint={t("An option that counts as abstaining. Leave it empty for none.")}
      >
        <Input defaultValue={abstention} />
      </Field>
      <DeadlineFields voteBy={voteBy} timeZone={timeZone} />
      <RuleFields decision={decision} examples={examples} />
      <Field
        name="organisations"
        label={t("Organisations it is about")}
        hint={t("One on each line. If somebody who is invited has declared an interest in one of them, you are told.")}
      >
        <Textarea rows={2} defaultValue={decision?.organisations.join("\n")} />
      </Field>
    </>
  );
}

function RuleFields({ decision, examples }: Pick<ProposalFieldsProps, "decision" | "examples">) {
  const rules = decision?.rules;
  return (
    <Fieldset
      name="rules"
      legend={t("How votes are counted")}
      hint={t("These rules can't be changed once somebody has voted.")}
    >
      <div className="grid gap-4 sm:grid-cols-2">
        <Field name="threshold" label={t("Majority")} required>
          <Select
            defaultValue={rules?.threshold ?? "majority"}
            options={[
              { value: "majority", label: t("More than half") },
              { value: "twoThirds", label: t("Two thirds") },
              { value: "fourFifths", label: t("Four fifths") },
              { value: "unanimous", label: t("All") },
            ]}
          />
        </Field>
        <Field name="base" label={t("Of what")} required>
          <Select
            defaultValue={rules?.base ?? "decided"}
            options={Object.entries(baseWords).map(([value, label]) => ({ value, label: t(label) }))}
          />
        </Field>
        <Field name="quorum" label={t("Quorum")} required>
          <Select
            defaultValue={rules?.quorum ?? "none"}
            options={[
              { value: "none", label: t("No quorum") },
              { value: "count", label: t("At least so many people") },
              { value: "share", label: t("At least so many per cent") },
            ]}
          />
        </Field>
        <Field name="quorumValue" label={t("Number or per cent")}>
          <Input type="number" min={1} max={1000} defaultValue={rules?.quorumValue ?? undefined} />
        </Field>
        <Field name="tie" label={t("In a tie")} required>
          <Select
            defaultValue={rules?.tie ?? "none"}
            options={[
              { value: "none", label: t("No option is chosen") },
              { value: "chair", label: t("The chair's vote counts twice") },
            ]}
          />
        </Field>
      </div>
      <div className="mt-3 flex flex-col gap-3">
        <Checkbox
          name="hideNames"
          value="true"
          label={t("Show totals only")}
          hint={t("The result doesn't say who voted for what. Whoever runs the database could still find out.")}
          defaultChecked={rules?.hideNames}
        />
        <RuleExamples examples={examples} />
      </div>
    </Fieldset>
  );
}
