import { addBusinessTime, type BusinessCalendar, businessMsBetween } from "./business-time";

/** When a ticket waited for staff: each start with its stop; the last has none while it still waits. */
export interface TicketClock {
  readonly clockStarts: readonly Date[];
  readonly clockStops: readonly Date[];
  readonly firstRespondedAt: Date | null;
}

/** Minutes of business hours; null without a target. */
export interface Targets {
  readonly firstResponseMinutes: number | null;
  readonly resolutionMinutes: number | null;
}

export interface DueTimes {
  readonly firstResponseDueAt: Date | null;
  readonly resolutionDueAt: Date | null;
  /** The earlier of those that still count; null while the ticket doesn't wait for staff. */
  readonly dueAt: Date | null;
}

/** How a due time follows: so many minutes of the target were left at `from`. */
export interface DueReason {
  readonly targetMinutes: number;
  readonly leftMinutes: number;
  readonly from: Date;
  readonly dueAt: Date;
}

const MINUTE_MS = 60_000;

/** When a target is reached on a ticket's clock; null while it's paused before that, or if the calendar never gets there. */
export function dueOn(calendar: BusinessCalendar, clock: TicketClock, targetMinutes: number): DueReason | null {
  let leftMs = targetMinutes * MINUTE_MS;
  for (const [index, from] of clock.clockStarts.entries()) {
    const stop = clock.clockStops[index];
    const passed = stop && businessMsBetween(calendar, from, stop);
    if (passed === undefined || passed >= leftMs) {
      const leftMinutes = leftMs / MINUTE_MS;
      const dueAt = addBusinessTime(calendar, from, leftMinutes);
      return dueAt && { targetMinutes, leftMinutes, from, dueAt };
    }
    leftMs -= passed;
  }
  return null;
}

export function dueTimes(calendar: BusinessCalendar, clock: TicketClock, targets: Targets): DueTimes {
  const due = (minutes: number | null) => (minutes === null ? null : (dueOn(calendar, clock, minutes)?.dueAt ?? null));
  const firstResponseDueAt = due(targets.firstResponseMinutes);
  const resolutionDueAt = due(targets.resolutionMinutes);
  const waits = clock.clockStops.length < clock.clockStarts.length;
  const counting = waits ? [clock.firstRespondedAt === null ? firstResponseDueAt : null, resolutionDueAt] : [];
  return { firstResponseDueAt, resolutionDueAt, dueAt: earliest(counting) };
}

const earliest = (dates: readonly (Date | null)[]): Date | null =>
  dates.filter((date) => date !== null).sort((a, b) => a.getTime() - b.getTime())[0] ?? null;
