import { Field } from "@/components/ui/field";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import { SubmitButton } from "@/components/ui/submit-button";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = { meeting: MeetingView; request: FormAction; decide: FormAction };

/** Signed minutes are unlocked on request: with a reason, and by those who run the meeting. */
export function UnlockPanel({ meeting, request, decide }: Props) {
  const { unlocks } = meeting.history;
  const open = unlocks.find(({ approved }) => approved === null);
  const mayAsk = meeting.allowed.takeMinutes && meeting.minutesStatus === "signed" && open === undefined;
  if (unlocks.length === 0 && !mayAsk) return null;
  return (
    <Panel title={t("Unlock the minutes")}>
      {unlocks.length > 0 && (
        <ul className="mb-3 flex flex-col gap-2">
          {unlocks.map(({ id, reason, requestedByName, approved, decidedByName }) => (
            <li key={id}>
              <p className="text-ink wrap-anywhere">{reason}</p>
              <p className="text-sm text-ink-soft">
                {approved === null
                  ? t("Asked for by {name}, not decided yet", { name: requestedByName })
                  : approved
                    ? t("Asked for by {name}, approved by {by}", { name: requestedByName, by: decidedByName ?? "" })
                    : t("Asked for by {name}, rejected by {by}", { name: requestedByName, by: decidedByName ?? "" })}
              </p>
            </li>
          ))}
        </ul>
      )}
      {open && meeting.allowed.control && (
        <OperationForm action={decide} hidden={{ meetingId: meeting.id, requestId: open.id }} layout="inline">
          <SubmitButton name="approve" value="true">
            {t("Unlock")}
          </SubmitButton>
          <SubmitButton name="approve" value="false" variant="secondary">
            {t("Reject")}
          </SubmitButton>
        </OperationForm>
      )}
      {mayAsk && (
        <OperationForm
          action={request}
          hidden={{ meetingId: meeting.id }}
          submitLabel={t("Ask to unlock")}
          submitVariant="secondary"
          doneMessage={t("The chair has been asked.")}
        >
          <Field name="reason" label={t("Why must the minutes change?")} required>
            <Textarea rows={2} />
          </Field>
        </OperationForm>
      )}
    </Panel>
  );
}
