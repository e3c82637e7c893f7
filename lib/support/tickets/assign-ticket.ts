import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { type Said, say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { changeableTicket } from "./changeable-ticket";
import { department } from "./schema";
import { sendOwnWaiting } from "./send-own-waiting";
import type { TicketRow } from "./ticket-record";

const input = z.object({
  ticketId: id,
  assignee: z.enum(["me", "nobody"]).optional().describe("New assignee"),
  department: department.optional().describe("New department"),
});

/**
 * Assigns a ticket to oneself or to nobody, or moves it to another department. Throws `invalid` if neither is given, and
 * `conflict` for a merged one.
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
    const ticket = await changeableTicket(context, ticketId);
    await authorize(context, "support.tickets.assign", ticket);
    const replied = asked.department !== undefined && (await sendOwnWaiting(context, ticketId));
    if (!asked.assignee && !asked.department) throw new Problem("invalid", t("Choose an assignee or a department."));
    const { db, account } = context;
    const { count } = await db.ticket.updateMany({
      where: accessibleWhere(context, "support.tickets.assign", { id: ticketId }),
      data: changesOf(context, asked, ticket),
    });
    if (count === 0) throw notFound(t("Ticket not found."));
    const { department, assignee } = await db.ticket.findUniqueOrThrow({
      where: { accountId_id: { accountId: account.id, id: ticketId } },
      select: { department: true, assignee: { select: { name: true } } },
    });
    return {
      output: { id: ticketId, number: ticket.number, assigneeName: assignee?.name ?? null, department },
      audit: { summary: done(ticket.number, asked, replied), target: { type: "ticket", id: ticketId } },
    };
  },
});

/** Only what was asked for. */
function changesOf({ actor }: Context, { assignee, department }: z.output<typeof input>, ticket: TicketRow) {
  // Another department has other people, so the ticket doesn't stay assigned to the previous one.
  const moved = department !== undefined && department !== ticket.department;
  const to = assignee ?? (moved ? "nobody" : undefined);
  return {
    ...(to && { assigneeId: to === "me" ? actor.personId : null }),
    ...(department && { department }),
  };
}

function done(number: number, { assignee, department }: z.output<typeof input>, replied: boolean): Said {
  if (department === undefined) {
    return assignee === "nobody"
      ? say("Unassigned ticket #{number}", { number })
      : say("Assigned ticket #{number} to themselves", { number });
  }
  if (replied) {
    return assignee === "me"
      ? say(
          "Replied to ticket #{number}, assigned it to themselves and moved it to {department, select, support {support} billing {billing} other {sales}}",
          { number, department },
        )
      : say(
          "Replied to ticket #{number} and moved it to {department, select, support {support} billing {billing} other {sales}}",
          { number, department },
        );
  }
  return assignee === "me"
    ? say(
        "Assigned ticket #{number} to themselves and moved it to {department, select, support {support} billing {billing} other {sales}}",
        { number, department },
      )
    : say("Moved ticket #{number} to {department, select, support {support} billing {billing} other {sales}}", {
        number,
        department,
      });
}
