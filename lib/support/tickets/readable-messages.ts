import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { RecordFor } from "@/lib/policy/needs";

/** The messages of one ticket that the viewer may read: notes are for those who may write them. */
export const readableMessages = (
  context: Context,
  ticket: RecordFor<"support.tickets.note">,
): Prisma.TicketMessageWhereInput => (can(context.viewer, "support.tickets.note", ticket) ? {} : { internal: false });
