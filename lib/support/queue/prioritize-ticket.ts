import { say } from "@/lib/platform/language/say";
import type { Context } from "@/lib/platform/operations/operation";
import type { TicketRow } from "@/lib/support/tickets/ticket-record";
import { type Changed, writeTicket } from "./changed-ticket";

/** Gives a ticket another priority. When it is due follows by itself. */
export async function prioritizeTicket(
  context: Context<"account">,
  ticket: TicketRow,
  to: TicketRow["priority"],
): Promise<Changed> {
  await writeTicket(context, ticket, {
    permission: "support.tickets.assign",
    data: { priority: to },
  });
  const { number, priority } = ticket;
  return {
    before: priority === to ? null : { kind: "priority", to: priority },
    summary: say(
      "Changed the priority of ticket #{number} to {priority, select, low {low} normal {normal} high {high} other {urgent}}",
      { number, priority: to },
    ),
  };
}
