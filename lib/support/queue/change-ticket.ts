import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineCommand } from "@/lib/platform/operations/operation";
import { lockedTicket } from "@/lib/support/tickets/locked-ticket";
import { assignFromQueue } from "./assign-from-queue";
import { prioritizeTicket } from "./prioritize-ticket";
import { setStatus } from "./set-status";
import { tagTicket } from "./tag-ticket";
import { actText, readAct, writeAct } from "./ticket-act";

/**
 * One change of one ticket from the queue. The answer's `undo` takes it back: sent as `act` with `from`, it is refused
 * with `conflict` if somebody has changed the same thing since.
 */
export const changeTicket = defineCommand({
  name: "queue.change-ticket",
  permission: "support.tickets.assign",
  scope: "account",
  alsoChecks: ["support.tickets.close", "support.tickets.note"],
  summary: "Assign, close, prioritize or tag a ticket from the queue (staff)",
  activity: "change a ticket from the queue",
  input: z.object({
    ticketId: id,
    act: actText,
    from: actText.optional().describe("Only while this holds: an answer's `from`, sent with its `undo`"),
  }),
  output: z.object({
    id,
    number: z.int(),
    undo: z.string().nullable().describe("The act that takes it back; null if nothing changed"),
    from: z.string(),
  }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/changes" },
  run: async (context, { ticketId, act, from }) => {
    const ticket = await lockedTicket(context, ticketId);
    const { personId } = context.actor;
    const asked = readAct(act, personId);
    const expected = from === undefined ? null : readAct(from, personId);
    const { before, ...done } = await apply();
    return {
      output: {
        id: ticketId,
        number: ticket.number,
        undo: before === null ? null : writeAct(before),
        from: writeAct(asked),
      },
      audit: { ...done, target: { type: "ticket", id: ticketId } },
    };

    function apply() {
      switch (asked.kind) {
        case "assign":
          return assignFromQueue(context, ticket, { to: asked.to, expected });
        case "status":
          return setStatus(context, ticket, { to: asked.to, expected });
        case "priority":
          return prioritizeTicket(context, ticket, { to: asked.to, expected });
        default:
          return tagTicket(context, ticket, asked);
      }
    }
  },
});
