import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { changeableTicket } from "@/lib/support/tickets/changeable-ticket";
import { assignFromQueue } from "./assign-from-queue";
import { prioritizeTicket } from "./prioritize-ticket";
import { setStatus } from "./set-status";
import { tagTicket } from "./tag-ticket";
import { actText, doneText, readAct, writeAct } from "./ticket-act";
import { turnOf } from "./turn-of";

/**
 * One change of one ticket from the queue. The answer's `undo` takes it back: sent as `act` with `from`, it is refused
 * with `conflict` if somebody has changed the same thing since, be it to the same value.
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
    from: doneText
      .optional()
      .describe("Only while nobody has changed it since: an answer's `from`, sent with its `undo`"),
  }),
  output: z.object({
    id,
    number: z.int(),
    undo: z.string().nullable().describe("The act that takes it back; null if nothing changed"),
    from: z.string(),
  }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/changes" },
  run: async (context, { ticketId, act, from }) => {
    const ticket = await changeableTicket(context, ticketId);
    const { personId } = context.actor;
    const asked = readAct(act, personId);
    if (from !== undefined) await unchangedSince(from);
    const { before, ...done } = await apply();
    return {
      output: {
        id: ticketId,
        number: ticket.number,
        undo: before === null ? null : writeAct(before),
        from: `${writeAct(asked)}@${await turnOf(context, ticketId, asked)}`,
      },
      audit: { ...done, target: { type: "ticket", id: ticketId } },
    };

    async function unchangedSince(done: string): Promise<void> {
      const [act = "", turn] = done.split("@");
      if ((await turnOf(context, ticketId, readAct(act, personId))) === Number(turn)) return;
      throw new Problem("conflict", t("Ticket #{number} has been changed since.", { number: ticket.number }));
    }

    function apply() {
      switch (asked.kind) {
        case "assign":
          return assignFromQueue(context, ticket, asked.to);
        case "status":
          return setStatus(context, ticket, asked.to);
        case "priority":
          return prioritizeTicket(context, ticket, asked.to);
        default:
          return tagTicket(context, ticket, asked);
      }
    }
  },
});
