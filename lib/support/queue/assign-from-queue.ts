import { addNotifications } from "@/lib/platform/db/add-notifications";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { staffViewer } from "@/lib/policy/staff-viewer";
import type { TicketRow } from "@/lib/support/tickets/ticket-record";
import { type Changed, writeTicket } from "./changed-ticket";
import { ticketAssigned } from "./ticket-assigned";

/** Assigns a ticket to one of staff who may work on it, or to nobody. */
export async function assignFromQueue(
  context: Context<"account">,
  ticket: TicketRow,
  to: string | null,
): Promise<Changed> {
  const name = to === null ? null : await nameOf(context, ticket, to);
  await writeTicket(context, ticket, {
    permission: "support.tickets.assign",
    data: { assigneeId: to },
  });
  const { id: ticketId, number, assigneeId } = ticket;
  if (to !== null && to !== assigneeId && to !== context.actor.personId) {
    await addNotifications(context.db, { kind: ticketAssigned.kind, about: { ticketId }, to: [to] });
  }
  return {
    before: assigneeId === to ? null : { kind: "assign", to: assigneeId },
    summary:
      name === null
        ? say("Unassigned ticket #{number}", { number })
        : say("Assigned ticket #{number} to {name}", { number, name }),
  };
}

async function nameOf(context: Context<"account">, ticket: TicketRow, personId: string): Promise<string> {
  const { db, account, realNow } = context;
  const found = await db.staffMember.findFirst({
    where: { personId, person: { suspendedAt: null } },
    select: { roles: true, person: { select: { name: true } } },
  });
  const viewer = found && staffViewer({ personId, staffRoles: found.roles, suspended: false }, account, realNow);
  if (found === null || viewer === null || !can(viewer, "support.tickets.assign", ticket)) {
    throw new Problem("invalid", t("This team member can't work on ticket #{number}.", { number: ticket.number }));
  }
  return found.person.name;
}
