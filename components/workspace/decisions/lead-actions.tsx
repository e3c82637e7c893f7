import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { DecisionDetail } from "@/lib/workspace/decisions/schema";
import { DeadlineFields } from "./deadline-fields";
import { ReasonField } from "./recusals-panel";

export type LeadActionsProps = {
  decision: DecisionDetail;
  editHref: string;
  open: FormAction;
  withdraw: FormAction;
  startRound: FormAction;
  voteBy: string;
  timeZone: string;
};

/** What the chair does with it. */
export function LeadActions({ decision, editHref, open, withdraw, startRound, voteBy, timeZone }: LeadActionsProps) {
  const { id: decisionId, state, editable } = decision;
  return (
    <>
      {editable && <ButtonLink href={editHref}>{t("Edit")}</ButtonLink>}
      {state === "draft" && (
        <OperationForm action={open} hidden={{ decisionId }} submitLabel={t("Open the vote")} submitVariant="primary" />
      )}
      {(state === "draft" || state === "open") && (
        <ConfirmDialog
          id="withdraw"
          action={withdraw}
          trigger={t("Withdraw")}
          title={t("Withdraw the proposal?")}
          hidden={{ decisionId }}
          confirmLabel={t("Withdraw")}
          consequences={[t("There is no result. What was written and voted stays visible to those who are invited.")]}
        >
          <ReasonField />
        </ConfirmDialog>
      )}
      {state === "closed" && (
        <ConfirmDialog
          id="new-round"
          action={startRound}
          trigger={t("New round")}
          title={t("Put it to the vote again?")}
          hidden={{ decisionId }}
          confirmLabel={t("Start new round")}
          destructive={false}
          consequences={[
            t("Everyone can vote again. The votes and the result of this round stay as they are."),
            t("Text and rules stay the same."),
          ]}
        >
          <DeadlineFields voteBy={voteBy} timeZone={timeZone} />
          <ReasonField />
        </ConfirmDialog>
      )}
    </>
  );
}
