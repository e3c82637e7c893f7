import type { Context } from "@/lib/access/operation";
import type { Prisma } from "@/lib/db/generated/client";
import { can } from "@/lib/policy/evaluate";
import type { RecordFor } from "@/lib/policy/needs";

/** The messages of one ticket that the viewer may read: notes are for those who may write them. */
export const readableMessages = (
  context: Context,
  ticket: RecordFor<"support.tickets.note">,
): Prisma.TicketMessageWhereInput => (can(context.viewer, "support.tickets.note", ticket) ? {} : { internal: false });
