import { say } from "@/lib/platform/language/say";
import type { Context } from "@/lib/platform/operations/operation";
import { closeAndSay } from "@/lib/support/tickets/close-and-say";
import type { TicketStatus } from "@/lib/support/tickets/lifecycle";
import type { TicketRow } from "@/lib/support/tickets/ticket-record";
import { type Changed, writeTicket } from "./changed-ticket";

/** Closes a ticket, or takes a closing back: then it waits for the same side as before. */
export async function setStatus(context: Context<"account">, ticket: TicketRow, to: TicketStatus): Promise<Changed> {
  const { id, number } = ticket;
  if (to === "closed") {
    const { before, summary } = await closeAndSay(context, id);
    return { before: { kind: "status", to: before }, summary };
  }
  await writeTicket(context, ticket, {
    permission: "support.tickets.close",
    // A closing is taken back and no answer made up: only a closed ticket gets another status here.
    where: { status: "closed", isClosed: true },
    data: { status: to, closedAt: null },
  });
  return { before: { kind: "status", to: "closed" }, summary: say("Reopened ticket #{number}", { number }) };
}
