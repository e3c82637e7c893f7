import { z } from "zod";
import { lockName } from "@/lib/platform/db/lock-name";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { MOST_WATCHERS } from "./schema";
import { visibleTicket } from "./ticket-record";

/** Starts or stops being mailed about one ticket, whatever the viewer has turned off for all. */
export const watchTicket = defineCommand({
  name: "tickets.watch",
  permission: "support.tickets.watch",
  scope: "account",
  summary: "Watch a ticket, or stop watching it",
  activity: "watch a ticket",
  input: z.object({ ticketId: id, watch: z.boolean() }),
  output: z.object({ ticketId: id, watching: z.boolean() }),
  http: { method: "PUT", path: "/accounts/{accountId}/tickets/{ticketId}/watching" },
  run: async (context, { ticketId, watch }) => {
    const { db, account, actor } = context;
    await lockName(db, `watchers of ${ticketId}`);
    const ticket = await visibleTicket(context, ticketId);
    await authorize(context, "support.tickets.watch", ticket);
    const { contactId } = actor;
    if (contactId === null) throw invalidField("watch", t("Only people of the account can watch a ticket."));
    const mine = { accountId: account.id, ticketId, contactId };
    const others = await db.ticketWatcher.count({ where: { ticketId, contactId: { not: contactId } } });
    if (watch && others >= MOST_WATCHERS) throw invalidField("watch", t("This ticket has as many watchers as it can."));
    await db.ticketWatcher.deleteMany({ where: mine });
    if (watch) await db.ticketWatcher.createMany({ data: mine, skipDuplicates: true });
    const { number } = ticket;
    return {
      output: { ticketId, watching: watch },
      audit: {
        summary: watch
          ? say("Watched ticket #{number}", { number })
          : say("Stopped watching ticket #{number}", { number }),
        target: { type: "ticket", id: ticketId },
      },
    };
  },
});
