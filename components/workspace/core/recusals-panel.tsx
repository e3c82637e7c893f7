import { Badge } from "@/components/ui/badge";
import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { Select } from "@/components/ui/select";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { RecusalsView } from "@/lib/workspace/core/schema";

type Recusal = Omit<RecusalsView["recusals"][number], "inheritedFrom"> & { inheritedFrom?: string | null };

export type RecusalsPanelProps = {
  view: Pick<RecusalsView, "conflicts" | "dismissals" | "people"> & { recusals: Recusal[] };
  /** Names the record in the forms. */
  hidden: Record<string, string>;
  /** What a recusal takes away. */
  description: string;
  /** What comes back when one ends. */
  ending: string;
  /** Of whoever decides; null for everybody else. */
  decide: { recuse: FormAction; lift: FormAction; dismiss: FormAction } | null;
  /** A reason is asked for when a recusal ends. */
  endsWithReason?: boolean;
};

/** Who is recused from a record and why, and for whoever decides: who has declared an interest, and the decision about it. */
export function RecusalsPanel(props: RecusalsPanelProps) {
  const { view, hidden, description, decide } = props;
  const { conflicts, dismissals, people } = view;
  return (
    <Panel title={t("Recusals")} description={description}>
      <div className="flex flex-col gap-4">
        <Recused {...props} />
        {conflicts.map((one) => (
          <Callout
            key={`${one.contactId} ${one.key} ${one.nature}`}
            kind="warning"
            title={t("{name} declared an interest in {organisation}", one)}
          >
            <p>{one.nature}</p>
            {decide && (
              <OperationForm
                action={decide.dismiss}
                hidden={{ ...hidden, contactId: one.contactId, key: one.key }}
                label={t("Dismiss the interest of {name}", { name: one.name })}
                submitLabel={t("No reason for a recusal")}
                submitVariant="secondary"
                submitSize="sm"
              />
            )}
          </Callout>
        ))}
        {dismissals.map(({ contactId, name, organisation, byName }) => (
          <p key={`${contactId} ${organisation}`} className="text-sm text-ink-soft wrap-anywhere">
            {t("{byName} decided that the interest of {name} in {organisation} is no reason for a recusal.", {
              ...{ name, organisation, byName },
            })}
          </p>
        ))}
        {decide && people.length > 0 && (
          <OperationForm
            action={decide.recuse}
            hidden={hidden}
            label={t("Recuse")}
            submitLabel={t("Recuse")}
            submitVariant="secondary"
            resetOnDone
          >
            <Field name="contactId" label={t("Person")} required>
              <Select
                placeholder={t("Choose a person")}
                defaultValue={conflicts[0]?.contactId}
                options={people.map(({ id, name }) => ({ value: id, label: name }))}
              />
            </Field>
            <Field
              name="reason"
              label={t("Reason")}
              hint={t("They read it, and so does everyone who sees this.")}
              required
            >
              <Input />
            </Field>
          </OperationForm>
        )}
      </div>
    </Panel>
  );
}

function Recused({ view: { recusals }, hidden, ending, decide, endsWithReason = false }: RecusalsPanelProps) {
  return recusals.map(({ contactId, name, reason, decidedByName, inheritedFrom = null }) => (
    <div key={`${contactId} ${inheritedFrom}`} className="flex flex-wrap items-start justify-between gap-2">
      <div className="min-w-0 wrap-anywhere">
        {name} <Badge tone="warning">{t("Recused")}</Badge>
        <p className="text-sm text-ink-soft">{t("{reason} – decided by {name}", { reason, name: decidedByName })}</p>
        {inheritedFrom !== null && (
          <p className="text-sm text-ink-soft">
            {t("Recused from “{name}”, and so from what is in it", { name: inheritedFrom })}
          </p>
        )}
      </div>
      {decide && inheritedFrom === null && (
        <ConfirmDialog
          id={`lift-${contactId}`}
          action={decide.lift}
          trigger={t("End recusal")}
          title={t("End the recusal of {name}?", { name })}
          hidden={{ ...hidden, contactId }}
          confirmLabel={t("End recusal")}
          destructive={false}
          consequences={[ending]}
        >
          {endsWithReason && (
            <Field name="reason" label={t("Reason")} hint={t("Everyone who is invited reads it.")} required>
              <Input />
            </Field>
          )}
        </ConfirmDialog>
      )}
    </div>
  ));
}
