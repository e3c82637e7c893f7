import type { ReactNode } from "react";
import { ButtonLink } from "@/components/ui/button-link";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { OperationForm } from "@/components/ui/operation-form";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { GroupDetail } from "@/lib/workspace/discussions/schema";

export type GroupHeaderActionsProps = {
  group: GroupDetail;
  editHref: string;
  join: FormAction;
  leave: FormAction;
  /** The link to a new thread. */
  start: ReactNode;
};

export function GroupHeaderActions({ group, editHref, join, leave, start }: GroupHeaderActionsProps) {
  const { id: groupId, isPrivate, membership, allowed } = group;
  return (
    <>
      {allowed.join && (
        <OperationForm
          action={join}
          hidden={{ groupId }}
          label={t("Join group")}
          submitLabel={t("Join group")}
          submitVariant={membership === "invited" ? "primary" : "secondary"}
        />
      )}
      {allowed.leave && (
        <ConfirmDialog
          id="leave-group"
          action={leave}
          hidden={{ groupId }}
          trigger={membership === "invited" ? t("Decline invitation") : t("Leave group")}
          triggerProps={{ variant: "secondary" }}
          title={t("Leave {name}?", { name: group.name })}
          consequences={[
            t("You get no more notifications about it."),
            isPrivate
              ? t("You can't see it any more, unless you are invited again or manage this account.")
              : t("You can still read it and join again."),
          ]}
          confirmLabel={membership === "invited" ? t("Decline invitation") : t("Leave group")}
          destructive={isPrivate}
        />
      )}
      {allowed.update && <ButtonLink href={editHref}>{t("Edit group")}</ButtonLink>}
      {start}
    </>
  );
}
