import { env } from "@/lib/platform/config/env";
import { addDays, startOfDay } from "@/lib/platform/kernel/dates";

/** When the month's jobs act, in days. */
export interface Schedule {
  readonly leadDays: number;
  readonly termDays: number;
  /** In ascending order; negative is before the due date. */
  readonly reminderDays: readonly number[];
  readonly retryDays: readonly number[];
  readonly suspendDays: number;
  readonly cardDays: number;
}

/** The schedule as the environment sets it. */
export const schedule = (): Schedule => ({
  leadDays: env().BILLING_LEAD_DAYS,
  termDays: env().BILLING_TERM_DAYS,
  reminderDays: env().BILLING_REMINDER_DAYS,
  retryDays: env().BILLING_RETRY_DAYS,
  suspendDays: env().BILLING_SUSPEND_DAYS,
  cardDays: env().BILLING_CARD_DAYS,
});

/** When an invoice issued at `now` for a period that begins at `periodStart` is due: never before the period begins. */
export function dueDate({ termDays }: Schedule, now: Date, periodStart: Date): Date {
  const byTerm = addDays(now, termDays);
  return byTerm > periodStart ? byTerm : periodStart;
}

/**
 * Whoever falls due before this instant has the day `days` after the due date by `now`, or had it: what happens on a day
 * begins with it (UTC), whatever time of it the invoice was issued at.
 */
export const dueBefore = (now: Date, days: number): Date => addDays(startOfDay(now), 1 - days);

/** The steps of the reminders whose day has come, in ascending order. */
export const stepsDue = ({ reminderDays }: Schedule, dueAt: Date, now: Date): number[] =>
  reminderDays.filter((step) => dueAt < dueBefore(now, step));

/**
 * When a charge is tried again that has failed at `now`, as the `attempts`th; null after the last. Counted from the
 * attempt before and not from the due date, so that a worker that was away does not spend all attempts in one day.
 */
export function nextAttempt({ retryDays }: Schedule, attempts: number, now: Date): Date | null {
  const day = retryDays[attempts - 1];
  return day === undefined ? null : addDays(startOfDay(now), day - (retryDays[attempts - 2] ?? 0));
}

/** Invoices due before this instant and not paid by now suspend the services of their account. */
export const suspendsBefore = ({ suspendDays }: Schedule, now: Date): Date => dueBefore(now, suspendDays);

/** A card is good until its month ends: the first instant at which it is not. */
export const cardEnd = (expMonth: number, expYear: number): Date => new Date(Date.UTC(expYear, expMonth));
