import type { Prisma } from "@/lib/platform/db/generated/client";
import { Problem } from "@/lib/platform/kernel/problem";
import type { Said } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere, authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { TicketRow } from "@/lib/support/tickets/ticket-record";
import type { TicketAct } from "./ticket-act";

/** What a change answers: the act that takes it back, and its entry in the activity log. */
export interface Changed {
  readonly before: TicketAct | null;
  readonly summary: Said;
  /** Of the log entry, if what was done is for staff alone. */
  readonly permission?: "support.tickets.note";
}

/** Writes to a ticket that is as `where` says; throws `refused`, or `conflict` if it no longer is. */
export async function writeTicket(
  context: Context,
  { id, number, ...record }: TicketRow,
  { permission, where, data }: TicketWrite,
): Promise<void> {
  await authorize(context, permission, record);
  const { count } = await context.db.ticket.updateMany({
    where: accessibleWhere(context, permission, { id, ...where }),
    data,
  });
  if (count === 0) throw new Problem("conflict", t("Ticket #{number} has been changed since.", { number }));
}

interface TicketWrite {
  readonly permission: "support.tickets.assign" | "support.tickets.close";
  readonly where?: Prisma.TicketWhereInput;
  readonly data: Prisma.TicketUncheckedUpdateManyInput;
}
