import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { asWorker } from "@/lib/platform/db/transaction";
import type { BusinessCalendar } from "./business-time";
import { dueTimes, type Targets, type TicketClock } from "./due-times";
import { businessCalendar, readCalendar } from "./read-calendar";

const BATCH = 100;

interface WaitingTicket extends TicketClock {
  readonly id: string;
  readonly accountId: string;
  readonly department: string;
  readonly priority: string;
}

/**
 * Computes the due times of tickets that have changed, or of all that wait after the calendar or a target has. A
 * ticket in work is locked, so that what changes it meanwhile comes after this and makes it due to be computed again.
 * Returns how many were computed.
 */
export async function setDueTimes(stopping: () => boolean = () => false): Promise<number> {
  let done = 0;
  while (!stopping()) {
    const count = await asWorker(computeSome);
    done += count;
    if (count < BATCH) break;
  }
  return done;
}

async function computeSome(db: ScopedDb): Promise<number> {
  const calendar = await readCalendar(db);
  const { version } = calendar;
  const tickets = await queryRows<WaitingTicket>(
    db,
    sql`select "id", "accountId", "department"::text, "priority"::text, "clockStarts", "clockStops", "firstRespondedAt" from "Ticket"
      where "status" = 'open' and "dueVersion" < ${version}::int order by "dueVersion", "id" limit ${BATCH}::int for update skip locked`,
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
