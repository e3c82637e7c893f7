import type { Department, TicketPriority, TicketScore, TicketStatus } from "@/lib/platform/db/generated/enums";
import { addMinutes } from "@/lib/platform/kernel/dates";
import type { OwnerDatabase } from "./owner-database";

export interface TicketPlan {
  readonly subject: string;
  readonly openedBy: { readonly contactId: string; readonly name: string };
  readonly openedAt: Date;
  readonly status?: TicketStatus;
  readonly priority?: TicketPriority;
  readonly department?: Department;
  readonly serviceId?: string;
  readonly assigneeId?: string;
  /** How the opener rated it, once it was closed. */
  readonly rating?: { readonly score: TicketScore; readonly comment?: string };
  /** Contacts who are mailed about it, with the name of who copied them in if they don't watch by themselves. */
  readonly watchers?: readonly { readonly contactId: string; readonly addedByName?: string }[];
  /** In order. A message without `staff` is the opener's own. */
  readonly messages: readonly { body: string; staff?: string; internal?: boolean; afterMinutes?: number }[];
}

/** A ticket with its conversation. Returns its id. */
export async function buildTicket(db: OwnerDatabase, accountId: string, plan: TicketPlan): Promise<string> {
  const { messages, openedBy, openedAt, rating, watchers = [], ...ticket } = plan;
  let at = openedAt;
  const said = messages.map((message, index) => {
    at = index === 0 ? openedAt : addMinutes(at, message.afterMinutes ?? 45 + index * 37);
    return {
      accountId,
      body: message.body,
      authorContactId: message.staff === undefined ? openedBy.contactId : null,
      authorName: message.staff ?? openedBy.name,
      authorIsStaff: message.staff !== undefined,
      internal: message.internal ?? false,
      createdAt: at,
    };
  });
  const answered = said.find(({ authorIsStaff, internal }) => authorIsStaff && !internal);
  const { id } = await db.ticket.create({
    data: {
      ...ticket,
      accountId,
      openedByContactId: openedBy.contactId,
      openedByName: openedBy.name,
      createdAt: openedAt,
      lastMessageAt: at,
      firstRespondedAt: answered?.createdAt ?? null,
      closedAt: plan.status === "closed" ? addMinutes(at, 300) : null,
    },
    select: { id: true },
  });
  await db.ticketMessage.createMany({ data: said.map((message) => ({ ...message, ticketId: id })) });
  await db.ticketWatcher.createMany({ data: watchers.map((watcher) => ({ accountId, ticketId: id, ...watcher })) });
  if (rating) {
    const ratedAt = addMinutes(at, 300 + 60 * 25);
    const by = { ratedByContactId: openedBy.contactId, ratedByName: openedBy.name };
    const askedAt = addMinutes(at, 300 + 60 * 24);
    await db.ticketRating.create({ data: { accountId, ticketId: id, ...rating, ...by, askedAt, ratedAt } });
  }
  return id;
}
