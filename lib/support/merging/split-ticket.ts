import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { refuseMerged } from "@/lib/support/tickets/changeable-ticket";
import { subjectText } from "@/lib/support/tickets/schema";
import { lockTickets, mergingTicket } from "./locked-tickets";

const input = z.object({
  ticketId: id,
  subject: subjectText,
  messageIds: z
    .array(id)
    .min(1, issue("Choose at least one message."))
    .max(100, issue("Choose at most 100 messages."))
    .describe("Messages of this ticket; at least one that isn't an internal note moves, and one stays"),
});

/**
 * Makes chosen messages a ticket of their own. It has the same department, service, opener and watchers, so the same people see it
 * and are mailed about it. A reply to a mail about one of the messages follows it there.
 */
export const splitTicket = defineCommand({
  name: "merging.split",
  permission: "support.tickets.assign",
  scope: "account",
  alsoChecks: ["support.tickets.view"],
  summary: "Split messages of a ticket off into a new one (staff)",
  activity: "split a ticket",
  once: true,
  input,
  output: z.object({ id, number: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/tickets/{ticketId}/split", status: 201 },
  run: async (context, { ticketId, subject, messageIds }) => {
    await lockTickets(context, [ticketId]);
    const ticket = await mergingTicket(context, ticketId);
    await authorize(context, "support.tickets.assign", ticket);
    await refuseMerged(context, ticket);
    const chosen = await chosenMessages(context, ticketId, messageIds);
    const { db, account } = context;
    const { department, priority, serviceId, openedByContactId, openedByName, assigneeId } = ticket;
    // Of the notes among them the customer learns nothing, not even when they were written.
    const said = chosen.filter(({ internal }) => !internal);
    const [first, last] = [said[0], said.at(-1)];
    const created = await db.ticket.create({
      data: {
        ...{ department, priority, serviceId, openedByContactId, openedByName, assigneeId },
        accountId: account.id,
        subject,
        status: last?.authorIsStaff ? "answered" : "open",
        createdAt: first?.createdAt,
        lastMessageAt: last?.createdAt,
      },
      select: { id: true, number: true },
    });
    await db.ticketMessage.updateMany({
      where: { accountId: account.id, ticketId, id: { in: messageIds } },
      data: { ticketId: created.id },
    });
    const watchers = await db.ticketWatcher.findMany({
      where: { accountId: account.id, ticketId },
      select: { contactId: true, addedByName: true },
    });
    const own = { accountId: account.id, ticketId: created.id };
    await db.ticketWatcher.createMany({ data: watchers.map((watcher) => ({ ...watcher, ...own })) });
    const { number } = created;
    return {
      output: created,
      audit: {
        summary: say("Split ticket #{number} off ticket #{from}", { number, from: ticket.number }),
        target: { type: "ticket", id: created.id },
        details: { from: ticketId, messageIds },
      },
    };
  },
});

/** In their order. Throws `invalid` for one of another ticket, or if either ticket would be empty for the customer. */
async function chosenMessages({ db }: Context<"account">, ticketId: string, messageIds: readonly string[]) {
  const chosen = await db.ticketMessage.findMany({
    where: { ticketId, id: { in: [...messageIds] } },
    select: { id: true, authorIsStaff: true, internal: true, createdAt: true },
    orderBy: [{ createdAt: "asc" }, { id: "asc" }],
  });
  if (chosen.length < new Set(messageIds).size) {
    throw invalidField("messageIds", t("Choose messages of this ticket."));
  }
  if (chosen.every(({ internal }) => internal)) {
    throw invalidField("messageIds", t("Choose at least one message that isn't an internal note."));
  }
  const stays = await db.ticketMessage.findFirst({
    where: { ticketId, id: { notIn: [...messageIds] }, internal: false },
    select: { id: true },
  });
  if (stays === null) {
    throw invalidField("messageIds", t("At least one message that isn't an internal note has to stay in this ticket."));
  }
  return chosen;
}
