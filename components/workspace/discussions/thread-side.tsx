import { Callout } from "@/components/ui/callout";
import { ConfirmDialog } from "@/components/ui/confirm-dialog";
import { OperationForm } from "@/components/ui/operation-form";
import { Panel } from "@/components/ui/panel";
import type { FormAction } from "@/lib/platform/kernel/form-state";
import { t } from "@/lib/platform/language/t";
import type { ThreadDetail } from "@/lib/workspace/discussions/schema";
import { tellingInWords } from "./discussion-words";
import { TellingForm } from "./telling-form";

export type ThreadSideProps = {
  thread: ThreadDetail;
  setNotifications: FormAction;
  pin: FormAction;
  close: FormAction;
  remove: FormAction;
};

/** Beside a thread: how the viewer is told of it and why, and what those may do who look after the group. */
export function ThreadSide({ thread, setNotifications, pin, close, remove }: ThreadSideProps) {
  const { id: threadId, telling, group, allowed, isPinned, closedAt } = thread;
  return (
    <div className="flex flex-col gap-4">
      {allowed.telling && (
        <Panel id="notifications" title={t("Your notifications")}>
          <div className="flex flex-col gap-4">
            <Callout>{tellingInWords(telling, group.name)}</Callout>
            {telling.level !== "none" && (
              <OperationForm
                action={setNotifications}
                hidden={{ threadId, level: "none" }}
                label={t("Turn off")}
                submitLabel={t("Turn off for this thread")}
                submitVariant="secondary"
              />
            )}
            <TellingForm action={setNotifications} hidden={{ threadId }} telling={telling} followsGroup />
          </div>
        </Panel>
      )}
      {allowed.manage && (
        <Panel title={t("Manage thread")}>
          <div className="flex flex-wrap items-start gap-2">
            <OperationForm
              action={pin}
              hidden={{ threadId, pinned: String(!isPinned) }}
              label={t("Pin")}
              submitLabel={isPinned ? t("Unpin") : t("Pin to the top")}
              submitVariant="secondary"
            />
            <OperationForm
              action={close}
              hidden={{ threadId, closed: String(closedAt === null) }}
              label={t("Close")}
              submitLabel={closedAt === null ? t("Close thread") : t("Reopen thread")}
              submitVariant="secondary"
            />
            {allowed.remove && (
              <ConfirmDialog
                id="delete-thread"
                action={remove}
                hidden={{ threadId }}
                trigger={t("Delete thread")}
                title={t("Delete this thread?")}
                consequences={[t("All its posts and their earlier versions are deleted for good.")]}
                confirmLabel={t("Delete thread")}
              />
            )}
          </div>
        </Panel>
      )}
    </div>
  );
}
