import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { ShownAttendee } from "@/lib/workspace/meetings/attendees/schema";
import type { MeetingView } from "@/lib/workspace/meetings/schema";
import { answerWords } from "./meeting-words";

type Props = { meeting: Pick<MeetingView, "id" | "startsAt">; me: ShownAttendee; answer: FormAction };

const moved: Record<"accepted" | "apologies", Sentence> = {
  accepted: msg("The time has changed since you accepted. Please respond again."),
  apologies: msg("The time has changed since you sent apologies. Please respond again."),
};

/** One's own answer to the invitation. */
export const AnswerPanel = ({ meeting: { id, startsAt }, me, answer }: Props) => (
  <Panel
    title={t("Will you attend?")}
    description={t(me.earlierAnswer ? moved[me.earlierAnswer] : answerWords[me.answer])}
  >
    <OperationForm action={answer} hidden={{ meetingId: id, startsAt }} doneMessage={t("Your answer is saved.")}>
      <Field name="note" label={t("Note")} hint={t("For those who manage the attendees.")}>
        <Input defaultValue={me.note} />
      </Field>
      <div className="flex flex-wrap gap-2">
        <SubmitButton name="answer" value="accepted" variant={me.answer === "accepted" ? "secondary" : "primary"}>
          {t("Accept")}
        </SubmitButton>
        <SubmitButton name="answer" value="apologies" variant="secondary">
          {t("Send apologies")}
        </SubmitButton>
      </div>
    </OperationForm>
  </Panel>
);
