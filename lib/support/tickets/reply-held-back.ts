import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind } from "@/lib/platform/operations/notification-kind";
import { seenWithRecord } from "@/lib/platform/operations/seen-with-record";

/** One's own reply that was due and couldn't be sent: one has long gone on to another page. */
export const replyHeldBack: NotificationKind = {
  kind: "reply-held-back",
  ...seenWithRecord("ticket", "support.tickets.view"),
  present: ({ ticket }) => ({
    title: t("Your reply to ticket #{number} wasn't sent", { number: ticket?.number ?? 0 }),
    detail: ticket?.subject ?? "",
    path: `/tickets/${ticket?.id}`,
  }),
  why: msg("You wrote it."),
};
