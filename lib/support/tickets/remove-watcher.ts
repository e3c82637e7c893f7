import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { visibleTicket } from "./ticket-record";

/** Takes someone who was copied in off a ticket. Those who watch it by themselves stop by themselves. */
export const removeWatcher = defineCommand({
  name: "tickets.remove-watcher",
  permission: "support.tickets.watch",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "Take a copied-in colleague off a ticket",
  activity: "take someone off a ticket",
  input: z.object({ ticketId: id, contactId: id }),
  output: z.object({ ticketId: id, contactId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/tickets/{ticketId}/watchers/{contactId}" },
  run: async (context, { ticketId, contactId }) => {
    const { db } = context;
    const ticket = await visibleTicket(context, ticketId);
    await authorize(context, "support.tickets.watch", ticket);
    await authorize(context, "people.members.view");
    const where = { ticketId, contactId, addedByName: { not: null } };
    const known = await db.ticketWatcher.findFirst({ where, select: { contact: { select: { name: true } } } });
    const { count } = await db.ticketWatcher.deleteMany({ where });
    if (known === null || count === 0) throw notFound(t("This person isn't copied in."));
    const { name } = known.contact;
    return {
      output: { ticketId, contactId },
      audit: {
        summary: say("Took {name} off ticket #{number}", { name, number: ticket.number }),
        target: { type: "ticket", id: ticketId },
      },
    };
  },
});
