import { env } from "@/lib/platform/config/env";
import { addDays, startOfDay } from "@/lib/platform/kernel/dates";

/** When the scheduled jobs act, in days. */
export interface Schedule {
  readonly leadDays: number;
  readonly termDays: number;
  /** Ascending; negative is before the due date. */
  readonly reminderDays: readonly number[];
  readonly retryDays: readonly number[];
  readonly suspendDays: number;
  readonly cardDays: number;
}

/** The schedule from the environment. */
export const schedule = (): Schedule => ({
  leadDays: env().BILLING_LEAD_DAYS,
  termDays: env().BILLING_TERM_DAYS,
  reminderDays: env().BILLING_REMINDER_DAYS,
  retryDays: env().BILLING_RETRY_DAYS,
  suspendDays: env().BILLING_SUSPEND_DAYS,
  cardDays: env().BILLING_CARD_DAYS,
});

/**
 * The due date of an invoice issued at `now` for a period starting at `periodStart`: never before the period starts.
 */
export function dueDate({ termDays }: Schedule, now: Date, periodStart: Date): Date {
  const byTerm = addDays(now, termDays);
  return byTerm > periodStart ? byTerm : periodStart;
}

/**
 * The cutoff for a step `days` after the due date: invoices due before this instant have reached that day by `now`.
 * Steps are per UTC day, whatever time of day the invoice was issued at.
 */
export const dueBefore = (now: Date, days: number): Date => addDays(startOfDay(now), 1 - days);

/** The reminder steps reached, ascending. */
export const stepsDue = ({ reminderDays }: Schedule, dueAt: Date, now: Date): number[] =>
  reminderDays.filter((step) => dueAt < dueBefore(now, step));

/**
 * When to retry after the `attempts`th charge failed at `now`; null after the last. Counted from the previous attempt,
 * not the due date, so a worker that was down doesn't use up all attempts in one day.
 */
export function nextAttempt({ retryDays }: Schedule, attempts: number, now: Date): Date | null {
  const day = retryDays[attempts - 1];
  return day === undefined ? null : addDays(startOfDay(now), day - (retryDays[attempts - 2] ?? 0));
}

/** Unpaid invoices due before this instant suspend their account's services. */
export const suspendsBefore = ({ suspendDays }: Schedule, now: Date): Date => dueBefore(now, suspendDays);

/** The instant a card expires: the end of its month. */
export const cardEnd = (expMonth: number, expYear: number): Date => new Date(Date.UTC(expYear, expMonth));
