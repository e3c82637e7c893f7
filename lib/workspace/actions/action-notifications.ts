import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind, NotificationRow } from "@/lib/platform/operations/notification-kind";
import { seenWithRecord } from "@/lib/platform/operations/seen-with-record";

const ofVisibleAction = seenWithRecord("action", "actions.view");

const shown = ({ action }: NotificationRow, title: string) => ({
  title,
  detail: action?.title ?? "",
  path: `/actions/${action?.id}`,
});

const numberOf = ({ action }: NotificationRow) => ({ number: action?.number ?? 0 });

export const actionNotifications: readonly NotificationKind[] = [
  {
    kind: "action-assigned",
    notice: "notices.workspace.receive",
    ...ofVisibleAction,
    present: (row) => shown(row, t("Action #{number} was assigned to you", numberOf(row))),
    why: msg("You're assigned to this action."),
  },
  {
    kind: "action-reminder",
    notice: "notices.workspace.receive",
    ...ofVisibleAction,
    present: (row) => shown(row, t("Reminder of action #{number}", numberOf(row))),
    why: msg("You're assigned to this action."),
  },
  {
    kind: "action-comment",
    notice: "notices.workspace.receive",
    ...ofVisibleAction,
    present: (row) =>
      shown(
        row,
        t("{count, plural, one {New comment} other {# new comments}} on action #{number}", {
          count: row.times,
          ...numberOf(row),
        }),
      ),
    why: msg("You're assigned to this action, or you created it."),
  },
];
