import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { CommandResult, Context } from "@/lib/platform/operations/operation";
import type { DraftOf, HeldReply } from "@/lib/support/core/draft-of";
import { takeFiles } from "@/lib/support/core/take-files";
import { replyBy, statusAfter, type TicketStatus } from "./lifecycle";
import { notifyMessage } from "./notify-message";
import type { TicketRow } from "./ticket-record";

interface Reply {
  readonly body: string;
  readonly files: { readonly draft: DraftOf | HeldReply; readonly ids: readonly string[] | undefined };
}

interface AddedReply {
  id: string;
  number: number;
  status: TicketStatus;
  messageId: string;
  reopened: boolean;
}

/**
 * Adds a reply to a ticket that the viewer may reply to, sets whom the ticket waits for, and notifies. A closed ticket
 * reopens: `reopened` says so. A merged one stays closed.
 */
export async function addReply(
  context: Context<"account">,
  ticket: TicketRow,
  { body, files }: Reply,
): Promise<CommandResult<AddedReply>> {
  const { db, account, actor, realNow: now } = context;
  const { id: ticketId, number } = ticket;
  const next = statusAfter(ticket.status, replyBy(actor.isStaff)) ?? ticket.status;
  const { count } = await db.ticket.updateMany({
    where: accessibleWhere(context, "support.tickets.reply", { id: ticketId }),
    data: { status: next, closedAt: null, lastMessageAt: now },
  });
  if (count === 0) throw notFound(t("Ticket not found."));
  const { id: messageId } = await db.ticketMessage.create({
    data: {
      accountId: account.id,
      ticketId,
      authorContactId: actor.contactId,
      authorName: actor.name,
      authorIsStaff: actor.isStaff,
      body,
      createdAt: now,
    },
    select: { id: true },
  });
  const attached = await takeFiles(context, { messageId, ...files });
  await notifyMessage(context, ticket, { id: messageId, body, files: attached, opens: false });
  // The database lets the ticket that a merged one went into wait instead.
  const merged = ticket.mergedIntoId !== null;
  const reopened = ticket.status === "closed" && !merged;
  const summary = reopened
    ? say("Replied to ticket #{number} and reopened it", { number })
    : say("Replied to ticket #{number}", { number });
  return {
    output: { id: ticketId, number, status: merged ? ticket.status : next, messageId, reopened },
    audit: { summary, target: { type: "ticket", id: ticketId } },
  };
}
