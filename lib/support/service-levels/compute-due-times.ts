import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import type { BusinessCalendar } from "./business-time";
import { dueTimes, type Targets, type TicketClock } from "./due-times";
import { businessCalendar, readCalendar } from "./read-calendar";

export const TICKETS_AT_ONCE = 100;

interface WaitingTicket extends TicketClock {
  readonly id: string;
  readonly accountId: string;
  readonly department: string;
  readonly priority: string;
}

/** Computes the due times of some tickets that need it, and returns of how many: fewer than `TICKETS_AT_ONCE` are the last. */
export async function computeDueTimes(db: ScopedDb): Promise<number> {
  const calendar = await readCalendar(db);
  const { version } = calendar;
  const tickets = await queryRows<WaitingTicket>(
    db,
    sql`select "id", "accountId", "department"::text, "priority"::text, "clockStarts", "clockStops", "firstRespondedAt" from "Ticket"
      where "status" = 'open' and "dueVersion" < ${version}::int order by "dueVersion", "id" limit ${TICKETS_AT_ONCE}::int for update skip locked`,
  );
  if (tickets.length === 0) return 0;
  const levels = await db.serviceLevel.findMany();
  const business = businessCalendar(calendar);
  for (const ticket of tickets) {
    const level = levels.find(
      ({ department, priority }) => department === ticket.department && priority === ticket.priority,
    );
    await db.ticket.updateMany({
      where: { accountId: ticket.accountId, id: ticket.id },
      data: { ...timesOf(business, ticket, level), dueVersion: version },
    });
  }
  return tickets.length;
}

const timesOf = (calendar: BusinessCalendar, ticket: TicketClock, level: Targets | undefined) =>
  dueTimes(calendar, ticket, level ?? { firstResponseMinutes: null, resolutionMinutes: null });
