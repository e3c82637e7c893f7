import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { department } from "./schema";
import { visibleTicket } from "./ticket-record";

const input = z.object({
  ticketId: id,
  assignee: z.enum(["me", "nobody"]).optional().describe("New assignee"),
  department: department.optional().describe("New department"),
});

/**
 * Assigns a ticket to oneself or to nobody, or moves it to another department. Throws `invalid` if neither is given.
 */
export const assignTicket = defineCommand({
  name: "tickets.assign",
  permission: "support.tickets.assign",
  scope: "account",
  summary: "Assign a ticket to yourself or a department (staff)",
  activity: "assign a ticket",
  input,
  output: z.object({ id, number: z.int(), assigneeName: z.string().nullable(), department }),
  http: { method: "PUT", path: "/accounts/{accountId}/tickets/{ticketId}/assignment" },
  run: async (context, asked) => {
    const { ticketId } = asked;
    const ticket = await visibleTicket(context, ticketId);
    await authorize(context, "support.tickets.assign", ticket);
    if (!asked.assignee && !asked.department) throw new Problem("invalid", "Choose an assignee or a department.");
    const changed = changesOf(context, asked, ticket);
    const { count } = await context.db.ticket.updateMany({
      where: accessibleWhere(context, "support.tickets.assign", { id: ticketId }),
      data: { assigneeId: changed.assigneeId, department: changed.department },
    });
    if (count === 0) throw notFound("Ticket not found.");
    return {
      output: {
        id: ticketId,
        number: ticket.number,
        assigneeName: changed.assigneeName,
        department: changed.department,
      },
      audit: { summary: sentence(ticket.number, asked), target: { type: "ticket", id: ticketId } },
    };
  },
});

type Ticket = Awaited<ReturnType<typeof visibleTicket>>;

function changesOf({ actor }: Context, { assignee, department }: z.output<typeof input>, ticket: Ticket) {
  const to = {
    me: { assigneeId: actor.personId, assigneeName: actor.name },
    nobody: { assigneeId: null, assigneeName: null },
    same: { assigneeId: ticket.assigneeId, assigneeName: ticket.assignee?.name ?? null },
  };
  // Another department has other people, so the ticket doesn't stay assigned to the previous one.
  const moved = department !== undefined && department !== ticket.department;
  return { ...to[assignee ?? (moved ? "nobody" : "same")], department: department ?? ticket.department };
}

function sentence(number: number, { assignee, department }: z.output<typeof input>): string {
  const did = { me: `Assigned ticket #${number} to themselves`, nobody: `Unassigned ticket #${number}` };
  if (!department) return did[assignee ?? "me"];
  return `${assignee === "me" ? `${did.me} and moved it` : `Moved ticket #${number}`} to ${department}`;
}
