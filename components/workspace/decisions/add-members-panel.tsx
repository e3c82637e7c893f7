import { FoldedPanel } from "@/components/ui/folded-panel";
import { OperationForm } from "@/components/ui/operation-form";
import { PeopleChoice } from "@/components/workspace/core/people-choice";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

type Person = { id: string; name: string; detail: string | null };
export type AddMembersPanelProps = { decisionId: string; people: readonly Person[]; add: FormAction };

/** Inviting more people, also by those who don't see what it is about. */
export function AddMembersPanel({ decisionId, people, add }: AddMembersPanelProps) {
  if (people.length === 0) return null;
  return (
    <FoldedPanel title={t("Invite more people")}>
      <OperationForm
        action={add}
        hidden={{ decisionId }}
        label={t("Invite more people")}
        submitLabel={t("Invite")}
        submitVariant="secondary"
        doneMessage={t("They have been invited.")}
        resetOnDone
      >
        <PeopleChoice name="voters" legend={t("With a vote")} people={people} />
        <PeopleChoice
          name="viewers"
          legend={t("Without a vote")}
          hint={t("Owner and administrators can read it then; others only see its title.")}
          people={people}
        />
      </OperationForm>
    </FoldedPanel>
  );
}
