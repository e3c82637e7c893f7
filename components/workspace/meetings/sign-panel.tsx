import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { MeetingView } from "@/lib/workspace/meetings/schema";

type Props = { meeting: MeetingView; circulate: FormAction; sign: FormAction };

/** What comes next for draft minutes: comments, then the chair's signature. */
export function SignPanel({ meeting, circulate, sign }: Props) {
  const { id: meetingId, minutesStatus, allowed, chair, toSign } = meeting;
  const again = minutesStatus === "circulated";
  return (
    <Panel
      title={t("Finish the minutes")}
      description={t("First the attendees comment on the draft, then {chair} signs it.", {
        chair: chair?.name ?? t("the chair"),
      })}
    >
      <div className="flex flex-wrap gap-2">
        <OperationForm
          action={circulate}
          hidden={{ meetingId }}
          submitLabel={again ? t("Send again for comment") : t("Send for comment")}
          submitVariant={again ? "secondary" : "primary"}
          doneMessage={t("The attendees have been asked for comments.")}
        />
        {allowed.control && (
          <ConfirmDialog
            id="sign-minutes"
            action={sign}
            hidden={{ meetingId, ...(toSign !== null && { seen: toSign }) }}
            trigger={t("Sign the minutes")}
            triggerProps={{ variant: again ? "primary" : "secondary" }}
            destructive={false}
            title={t("Sign these minutes?")}
            consequences={[
              t("Nothing about this meeting can be changed until the minutes are unlocked."),
              t("All attendees can read them."),
              t("They get a fingerprint that lets anyone check they haven't been changed."),
            ]}
            confirmLabel={t("Sign")}
            pendingLabel={t("Signing…")}
          />
        )}
      </div>
    </Panel>
  );
}
