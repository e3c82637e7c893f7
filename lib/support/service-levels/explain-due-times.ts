import { z } from "zod";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import type { BusinessCalendar } from "./business-time";
import { type DueReason, dueOn, type TicketClock } from "./due-times";
import { businessCalendar, readCalendar } from "./read-calendar";
import { dueExplanation, type dueTarget } from "./schema";

/** A ticket's targets, and how each due time follows from the business hours: for staff. */
export const explainDueTimes = defineQuery({
  name: "service-levels.explain",
  permission: "support.tickets.note",
  scope: "account",
  summary: "Explain when a ticket is due (staff)",
  activity: "view when a ticket is due",
  input: z.object({ ticketId: id }),
  output: dueExplanation,
  http: { method: "GET", path: "/accounts/{accountId}/tickets/{ticketId}/due-times" },
  run: async (context, { ticketId }) => {
    const { db } = context;
    const where = accessibleWhere(context, "support.tickets.note", { id: ticketId });
    const ticket = await db.ticket.findFirst({ where, select: columns });
    if (ticket === null) throw notFound(t("Ticket not found."));
    const { department, priority, firstRespondedAt, closedAt } = ticket;
    const [calendar, level] = await Promise.all([
      readCalendar(db),
      db.serviceLevel.findUnique({ where: { department_priority: { department, priority } } }),
    ]);
    const explain = (minutes: number | null | undefined) =>
      explained(businessCalendar(calendar), ticket, minutes ?? null);
    return {
      firstResponse: explain(level?.firstResponseMinutes),
      firstRespondedAt: isoOrNull(firstRespondedAt),
      resolution: explain(level?.resolutionMinutes),
      closedAt: isoOrNull(closedAt),
      paused: ticket.clockStops.length >= ticket.clockStarts.length,
    };
  },
});

const columns = {
  department: true,
  priority: true,
  firstRespondedAt: true,
  closedAt: true,
  clockStarts: true,
  clockStops: true,
} as const;

function explained(calendar: BusinessCalendar, clock: TicketClock, minutes: number | null): z.input<typeof dueTarget> {
  if (minutes === null) return null;
  const reason: DueReason | null = dueOn(calendar, clock, minutes);
  return reason === null
    ? { targetMinutes: minutes, leftMinutes: null, from: null, dueAt: null }
    : { ...reason, from: iso(reason.from), dueAt: iso(reason.dueAt) };
}
