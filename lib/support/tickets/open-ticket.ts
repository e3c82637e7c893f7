import { z } from "zod";
import { attachmentIds } from "@/lib/platform/files/schema";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { takeFiles } from "@/lib/support/core/take-files";
import { statusWhenOpened } from "./lifecycle";
import { notifyMessage } from "./notify-message";
import { ownDrafts } from "./own-drafts";
import { department, messageText, subjectText, ticketPriority, ticketState } from "./schema";

/**
 * Opens a ticket with its first message. Throws `invalid` for a service the viewer can't see, and `refused` if
 * their permission doesn't cover this service or department.
 */
export const openTicket = defineCommand({
  name: "tickets.open",
  permission: "support.tickets.open",
  scope: "account",
  summary: "Open a support ticket",
  activity: "open a ticket",
  input: z.object({
    subject: subjectText,
    message: messageText,
    priority: ticketPriority.default("normal"),
    department: department.default("support"),
    serviceId: id.optional().describe("The service it is about, if any"),
    attachmentIds,
    discardDraft: z.boolean().default(false).describe("Whether it replaces the draft of a new ticket"),
  }),
  output: ticketState,
  http: { method: "POST", path: "/accounts/{accountId}/tickets", status: 201 },
  once: true,
  run: async (context, { subject, message: body, discardDraft, attachmentIds: ids, ...input }) => {
    const { db, account, actor, realNow: now } = context;
    const serviceId = await seenService(context, input.serviceId);
    const openedByContactId = actor.contactId;
    await authorize(context, "support.tickets.open", { ...input, serviceId, openedByContactId });
    const heading = { ...input, serviceId, openedByContactId, subject, accountId: account.id };
    const status = statusWhenOpened(actor.isStaff);
    const ticket = await db.ticket.create({
      data: { ...heading, status, openedByName: actor.name, createdAt: now, lastMessageAt: now },
      select: { id: true, number: true, status: true },
    });
    const { id: messageId } = await db.ticketMessage.create({
      data: {
        accountId: account.id,
        ticketId: ticket.id,
        authorContactId: actor.contactId,
        authorName: actor.name,
        authorIsStaff: actor.isStaff,
        body,
        createdAt: now,
      },
      select: { id: true },
    });
    const files = await takeFiles(context, { messageId, draft: {}, ids });
    if (discardDraft) await db.ticketDraft.deleteMany({ where: ownDrafts(context, null) });
    const opened = { ...heading, ...ticket, assigneeId: null, mergedIntoId: null };
    await notifyMessage(context, opened, { id: messageId, body, files, opens: true });
    return {
      output: ticket,
      audit: {
        summary: say("Opened ticket #{number}", { number: ticket.number }),
        target: { type: "ticket", id: ticket.id },
      },
    };
  },
});

async function seenService(context: Context, serviceId: string | undefined): Promise<string | null> {
  if (serviceId === undefined) return null;
  const where = accessibleWhere(context, "services.view", { id: serviceId });
  const service = await context.db.service.findFirst({ where, select: { id: true } });
  if (service === null) throw invalidField("serviceId", t("Choose a service from the list."));
  return service.id;
}
