import { z } from "zod";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";

const schema = z.object({
  /** Answered by staff: waiting for the customer. */
  waitingCount: z.int(),
  waiting: z.array(z.object({ id, number: z.int(), subject: z.string(), lastMessageAt: isoDateTime })),
  /** Open: waiting for staff. */
  withStaffCount: z.int(),
});

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    tickets: z.infer<typeof schema>;
  }
}

export const ticketsPart = defineDashboardPart({
  name: "tickets",
  permission: "support.tickets.view",
  schema,
  load: ticketsWaiting,
});

/** The viewer's tickets that staff have answered, and how many are still waiting for staff. */
async function ticketsWaiting(context: Context): Promise<z.input<typeof schema>> {
  const { db } = context;
  const waiting = accessibleWhere(context, "support.tickets.view", { status: "answered" as const });
  const found = await db.ticket.findMany({
    where: waiting,
    select: { id: true, number: true, subject: true, lastMessageAt: true },
    orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
    take: 3,
  });
  return {
    waitingCount: await db.ticket.count({ where: waiting }),
    waiting: found.map((ticket) => ({ ...ticket, lastMessageAt: iso(ticket.lastMessageAt) })),
    withStaffCount: await db.ticket.count({
      where: accessibleWhere(context, "support.tickets.view", { status: "open" as const }),
    }),
  };
}
