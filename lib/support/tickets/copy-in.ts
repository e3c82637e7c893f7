import { z } from "zod";
import { lockName } from "@/lib/platform/db/lock-name";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { viewerOf } from "@/lib/policy/viewer";
import { MOST_WATCHERS } from "./schema";
import { visibleTicket } from "./ticket-record";

/**
 * Copies a colleague in, who is then mailed about the ticket. Only contacts of the account who may see it; whether they
 * still may is asked again with every mail. Throws `invalid` for anybody else.
 */
export const copyIn = defineCommand({
  name: "tickets.copy-in",
  permission: "support.tickets.watch",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "Copy a colleague in on a ticket",
  activity: "copy someone in on a ticket",
  input: z.object({ ticketId: id, contactId: id }),
  output: z.object({ ticketId: id, contactId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/watchers" },
  run: async (context, { ticketId, contactId }) => {
    const { db, account, actor } = context;
    await lockName(db, `watchers of ${ticketId}`);
    const ticket = await visibleTicket(context, ticketId);
    await authorize(context, "support.tickets.watch", ticket);
    await authorize(context, "people.members.view");
    const [colleague] = await context.members({ ids: [contactId], signIn: true });
    if (!colleague || !can(viewerOf(colleague.subject), "support.tickets.view", ticket))
      throw invalidField("contactId", t("Choose someone from this account who can see this ticket."));
    if ((await db.ticketWatcher.count({ where: { ticketId } })) >= MOST_WATCHERS)
      throw invalidField("contactId", t("This ticket has as many watchers as it can."));
    const data = { accountId: account.id, ticketId, contactId, addedByName: actor.name };
    await db.ticketWatcher.createMany({ data, skipDuplicates: true });
    return {
      output: { ticketId, contactId },
      audit: {
        summary: say("Copied {name} in on ticket #{number}", { name: colleague.name, number: ticket.number }),
        target: { type: "ticket", id: ticketId },
      },
    };
  },
});
