import { say } from "@/lib/platform/language/say";
import type { Context } from "@/lib/platform/operations/operation";
import type { TicketRow } from "@/lib/support/tickets/ticket-record";
import { type Changed, writeTicket } from "./changed-ticket";
import type { TicketAct } from "./ticket-act";

interface PriorityChange {
  readonly to: TicketRow["priority"];
  readonly expected: TicketAct | null;
}

/** Gives a ticket another priority. When it is due follows by itself. */
export async function prioritizeTicket(
  context: Context<"account">,
  ticket: TicketRow,
  { to, expected }: PriorityChange,
): Promise<Changed> {
  await writeTicket(context, ticket, {
    permission: "support.tickets.assign",
    where: expected?.kind === "priority" ? { priority: expected.to } : {},
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
