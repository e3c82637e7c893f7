import type { Prisma } from "@/lib/platform/db/generated/client";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { readableMessages } from "./readable-messages";
import type { TicketRow } from "./ticket-record";

const MERGED_COLUMNS = { id: true, number: true } as const;

/**
 * A ticket's conversation: its own messages that the viewer may read, and those of the tickets merged into it that they
 * may see as well. A merge by staff lifts no limit to services or departments.
 */
export async function threadOf(context: Context, ticket: TicketRow) {
  const merged = await context.db.ticket.findMany({
    where: accessibleWhere(context, "support.tickets.view", { mergedIntoId: ticket.id }),
    select: MERGED_COLUMNS,
    orderBy: { number: "asc" },
  });
  const ticketId = { in: [ticket.id, ...merged.map(({ id }) => id)] };
  const where: Prisma.TicketMessageWhereInput = { ticketId, ...readableMessages(context, ticket) };
  return { where, merged };
}
