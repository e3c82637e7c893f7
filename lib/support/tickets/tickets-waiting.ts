import type { z } from "zod";
import type { ticketsPart } from "@/lib/home/dashboard/schema";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { rows } from "@/lib/platform/operations/rows";

/** The tickets among the viewer's that staff have answered, and how many still wait for staff. */
export async function ticketsWaiting(context: Context): Promise<z.input<typeof ticketsPart>> {
  const { db } = context;
  const waiting = rows(context, "support.tickets.view", { status: "answered" as const });
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
      where: rows(context, "support.tickets.view", { status: "open" as const }),
    }),
  };
}
