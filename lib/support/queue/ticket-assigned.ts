import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { NotificationKind } from "@/lib/platform/operations/notification-kind";

/** A ticket that a colleague assigned to somebody of staff, as long as it is theirs. */
export const ticketAssigned: NotificationKind = {
  kind: "ticket-assigned",
  visible: (context) => {
    const assigneeId = context.viewer.subject.personId;
    return { ticket: { is: accessibleWhere(context, "support.tickets.assign", { assigneeId }) } };
  },
  present: ({ ticket }) => ({
    title: t("Ticket #{number} was assigned to you", { number: ticket?.number ?? 0 }),
    detail: ticket?.subject ?? "",
    path: `/tickets/${ticket?.id}`,
  }),
  why: msg("A colleague assigned it to you."),
};
