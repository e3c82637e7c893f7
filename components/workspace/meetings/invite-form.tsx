import { OperationForm } from "@/components/ui/operation-form";
import { PeopleChoice } from "@/components/workspace/core/people-choice";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";

type Props = {
  meetingId: string;
  people: { id: string; name: string; detail: string | null }[];
  invite: FormAction;
};

export const InviteForm = ({ meetingId, people, invite }: Props) => (
  <OperationForm
    action={invite}
    hidden={{ meetingId }}
    submitLabel={t("Invite")}
    pendingLabel={t("Inviting…")}
    doneMessage={t("Invited.")}
    resetOnDone
  >
    <PeopleChoice name="people" legend={t("Invite more people")} people={people} />
  </OperationForm>
);
