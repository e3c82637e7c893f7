import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind } from "@/lib/platform/operations/notification-kind";
import { seenWithRecord } from "@/lib/platform/operations/seen-with-record";

/** New messages on tickets. */
export const ticketNotifications: NotificationKind = {
  kind: "ticket-message",
  notice: "notices.support.receive",
  ...seenWithRecord("ticket", "support.tickets.view"),
  present: ({ ticket, times }) => ({
    title: t("{count, plural, one {New message} other {# new messages}} on ticket #{number}", {
      count: times,
      number: ticket?.number ?? 0,
    }),
    detail: ticket?.subject ?? "",
    path: `/tickets/${ticket?.id}`,
  }),
  why: msg("You get ticket notifications."),
};
