import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { department } from "./schema";
import { visibleTicket } from "./ticket-record";

const input = z.object({
  ticketId: id,
  assignee: z.enum(["me", "nobody"]).optional().describe("Who looks after it from now on"),
  department: department.optional().describe("The department that answers it from now on"),
});

/** Takes a ticket on, lays it down, or hands it to another department. Throws `invalid` when told to do none of these. */
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
    if (!asked.assignee && !asked.department) throw new Problem("invalid", "Say who takes it on, or which department.");
    const changed = changesOf(context, asked, ticket);
    const { count } = await context.db.ticket.updateMany({
      where: accessibleWhere(context, "support.tickets.assign", { id: ticketId }),
      data: { assigneeId: changed.assigneeId, department: changed.department },
    });
    if (count === 0) throw notFound("There is no such ticket.");
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
  // Another department has other people: whoever had it before does not keep it unasked.
  const moved = department !== undefined && department !== ticket.department;
  return { ...to[assignee ?? (moved ? "nobody" : "same")], department: department ?? ticket.department };
}

function sentence(number: number, { assignee, department }: z.output<typeof input>): string {
  const did = { me: `Took on ticket #${number}`, nobody: `Laid down ticket #${number}` };
  if (!department) return did[assignee ?? "me"];
  return `${assignee === "me" ? `${did.me} and handed it` : `Handed ticket #${number}`} to ${department}`;
}
