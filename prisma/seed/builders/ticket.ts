import type { Department, TicketPriority, TicketStatus } from "@/lib/platform/db/generated/enums";
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
  /** In order. A message without `staff` is the opener's own. */
  readonly messages: readonly { body: string; staff?: string; internal?: boolean; afterMinutes?: number }[];
}

/** A ticket with its conversation. Returns its id. */
export async function buildTicket(db: OwnerDatabase, accountId: string, plan: TicketPlan): Promise<string> {
  const { messages, openedBy, openedAt, ...ticket } = plan;
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
  return id;
}
