import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ShownAttendee } from "@/lib/workspace/meetings/attendees/schema";
import { answerWords } from "./meeting-words";

type Props = { meetingId: string; me: ShownAttendee; answer: FormAction };

/** One's own answer to the invitation. */
export const AnswerPanel = ({ meetingId, me, answer }: Props) => (
  <Panel title={t("Will you attend?")} description={t(answerWords[me.answer])}>
    <OperationForm action={answer} hidden={{ meetingId }} doneMessage={t("Your answer is saved.")}>
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
