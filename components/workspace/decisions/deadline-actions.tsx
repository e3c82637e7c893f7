import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import { DeadlineFields } from "./deadline-fields";
import { ReasonField } from "./recusals-panel";

export type DeadlineActionsProps = {
  decisionId: string;
  allowed: { extend: boolean; close: boolean };
  extend: FormAction;
  close: FormAction;
  /** In the viewer's time zone. */
  voteBy: string;
  timeZone: string;
};

/** Extending an open vote and closing it early: also for those who don't see what it is about. */
export function DeadlineActions({ decisionId, allowed, extend, close, voteBy, timeZone }: DeadlineActionsProps) {
  return (
    <>
      {allowed.extend && (
        <ConfirmDialog
          id="extend"
          action={extend}
          trigger={t("Extend")}
          title={t("Extend the deadline?")}
          hidden={{ decisionId }}
          confirmLabel={t("Extend")}
          destructive={false}
          consequences={[
            t("Everyone who is invited is told, and sees who extended it and why. So does the result."),
            t("A vote can be extended three times, and up to 90 days after its first deadline."),
          ]}
        >
          <DeadlineFields voteBy={voteBy} timeZone={timeZone} />
          <ReasonField />
        </ConfirmDialog>
      )}
      {allowed.close && (
        <ConfirmDialog
          id="close"
          action={close}
          trigger={t("Close now")}
          title={t("Close the vote before its deadline?")}
          hidden={{ decisionId }}
          confirmLabel={t("Close the vote")}
          consequences={[
            t("Nobody can vote any more, and the result is published."),
            t("Everyone who is invited sees who closed it, and why."),
          ]}
        >
          <ReasonField />
        </ConfirmDialog>
      )}
    </>
  );
}
