import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { Field } from "@/components/ui/field";
import { Textarea } from "@/components/ui/textarea";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = { meeting: MeetingView; cancel: FormAction | null; remove: FormAction | null };

/** Cancel or delete a meeting, for those who may. */
export function EndMeeting({ meeting: { id: meetingId, title, status }, cancel, remove }: Props) {
  const told = status === "scheduled";
  if (!cancel && !remove) return null;
  return (
    <div className="flex flex-wrap gap-2">
      {cancel && (
        <ConfirmDialog
          id="cancel-meeting"
          action={cancel}
          hidden={{ meetingId }}
          trigger={t("Cancel meeting")}
          title={t("Cancel “{title}”?", { title })}
          consequences={[
            told
              ? t("Attendees are told, and it's removed from their calendars.")
              : t("Nobody has been invited yet, so nobody is told."),
            t("It stays on record."),
          ]}
          confirmLabel={t("Cancel meeting")}
          keepLabel={t("Keep it")}
        >
          <Field name="reason" label={t("Reason")} required>
            <Textarea rows={2} />
          </Field>
        </ConfirmDialog>
      )}
      {remove && (
        <ConfirmDialog
          id="delete-meeting"
          action={remove}
          hidden={{ meetingId }}
          trigger={t("Delete")}
          title={t("Delete “{title}”?", { title })}
          consequences={[
            t("Its agenda, papers, minutes and comments are deleted for good."),
            ...(told ? [t("Attendees are told, and it's removed from their calendars.")] : []),
          ]}
          confirmLabel={t("Delete meeting")}
        />
      )}
    </div>
  );
}
