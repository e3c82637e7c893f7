import { z } from "zod";
import { attachmentsOf, presentAttachment } from "@/lib/platform/files/present-attachment";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { countedBy, pageInput, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { ticketMergedInto } from "./changeable-ticket";
import { isRateable } from "./lifecycle";
import { peopleToCopy } from "./people-to-copy";
import { presentTicket } from "./present-ticket";
import { readDrafts } from "./read-drafts";
import { readRating } from "./read-rating";
import { readWatchers } from "./read-watchers";
import { ticketDetail } from "./schema";
import { staffOnTicket } from "./staff-on-ticket";
import { threadOf } from "./thread-of";
import { type TicketRow, visibleTicket } from "./ticket-record";

/** One ticket with a page of its conversation, including internal notes for those who may write them. */
export const viewTicket = defineQuery({
  name: "tickets.view",
  permission: "support.tickets.view",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "View a ticket and its conversation; page 1 holds the newest messages",
  activity: "view a ticket",
  input: z.object({ ticketId: id, ...pageInput }),
  output: ticketDetail,
  http: { method: "GET", path: "/accounts/{accountId}/tickets/{ticketId}" },
  run: async (context, { ticketId, page }) => {
    const { actor } = context;
    const ticket = await visibleTicket(context, ticketId);
    const allowed = allowedOn(context, ticket);
    const [{ messages, newestMessageId, merged }, drafts, watchers, rating, colleagues, staff, mergedInto] =
      await Promise.all([
        readThread(context, ticket, page),
        readDrafts(context, ticketId),
        readWatchers(context, ticketId),
        readRating(context, ticketId),
        allowed.reply || allowed.watch ? peopleToCopy(context, ticket) : [],
        allowed.note ? staffOnTicket(context, ticket) : [],
        ticketMergedInto(context, ticket.mergedIntoId),
      ]);
    return {
      ...presentTicket(context, ticket),
      closedAt: isoOrNull(ticket.closedAt),
      assignedToMe: ticket.assigneeId === actor.personId,
      isMerged: ticket.mergedIntoId !== null,
      ...{ merged, mergedInto, messages, newestMessageId, ...drafts, ...watchers, rating, colleagues },
      staff: staff.filter(({ id }) => id !== actor.personId).map(({ name }) => name),
      allowed,
    };
  },
});

function allowedOn({ viewer }: Context, ticket: TicketRow) {
  const merged = ticket.mergedIntoId !== null;
  const assign = can(viewer, "support.tickets.assign", ticket);
  return {
    reply: can(viewer, "support.tickets.reply", ticket),
    close: !merged && can(viewer, "support.tickets.close", ticket),
    note: can(viewer, "support.tickets.note", ticket),
    assign: !merged && assign,
    unmerge: merged && assign,
    watch: can(viewer, "support.tickets.watch", ticket),
    rate: isRateable(ticket) && can(viewer, "support.tickets.rate", ticket),
  };
}

async function readThread(context: Context<"account">, ticket: TicketRow, page: number) {
  const { db, actor } = context;
  const { where, merged } = await threadOf(context, ticket);
  const newest = { createdAt: "desc" } as const;
  const [total, last, newestFirst] = await Promise.all([
    db.ticketMessage.count({ where, ...countedBy(newest) }),
    db.ticketMessage.findFirst({ where, select: { id: true }, orderBy: [newest, { id: "desc" }] }),
    db.ticketMessage.findMany({
      where,
      select: {
        ...{ id: true, authorContactId: true, authorName: true, authorIsStaff: true },
        ...{ internal: true, body: true, createdAt: true, attachments: attachmentsOf },
      },
      orderBy: [newest, { id: "desc" }],
      ...pageSlice(page),
    }),
  ]);
  const shown = pageResult(newestFirst, total, page);
  const items = shown.items.toReversed().map(({ authorContactId, createdAt, attachments, ...message }) => ({
    ...message,
    attachments: attachments.map(presentAttachment),
    mine: authorContactId !== null && authorContactId === actor.contactId,
    createdAt: iso(createdAt),
  }));
  return { merged, messages: { ...shown, items }, newestMessageId: last?.id ?? null };
}
