import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind, NotificationRow } from "@/lib/platform/operations/notification-kind";
import { seenWithRecord } from "@/lib/platform/operations/seen-with-record";

const seen = seenWithRecord("meeting", "meetings.view");
const why = msg("You are invited to this meeting.");
const shown = (title: string, { meeting }: NotificationRow) => ({
  title,
  detail: meeting?.title ?? "",
  path: `/meetings/${meeting?.id}`,
});

/** What is new in the meetings one is invited to. */
export const meetingNotifications: readonly NotificationKind[] = [
  {
    kind: "meeting-reminder",
    notice: "notices.workspace.receive",
    ...seen,
    present: (row) => shown(t("Meeting reminder"), row),
    why,
  },
  {
    kind: "meeting-invitation",
    notice: "notices.workspace.receive",
    ...seen,
    present: (row) => shown(t("Meeting invitation"), row),
    why,
  },
  {
    kind: "meeting-agenda",
    notice: "notices.workspace.receive",
    ...seen,
    present: (row) => shown(t("The agenda has changed"), row),
    why,
  },
  {
    kind: "meeting-minutes",
    notice: "notices.workspace.receive",
    ...seen,
    present: (row) => shown(t("News about the minutes"), row),
    why,
  },
];
