import { z } from "zod";

const DAY_MS = 86_400_000;

export const addDays = (at: Date, days: number): Date => new Date(at.getTime() + days * DAY_MS);

export const addMinutes = (at: Date, minutes: number): Date => new Date(at.getTime() + minutes * 60_000);

/** The first moment of its day in UTC. */
export const startOfDay = (at: Date): Date =>
  new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth(), at.getUTCDate()));

/** The same day of a later (or earlier) month in UTC; the 31st becomes the last day of a shorter month. */
export function addMonths(at: Date, months: number): Date {
  const moved = new Date(at);
  moved.setUTCDate(1);
  moved.setUTCMonth(moved.getUTCMonth() + months);
  const lastDay = new Date(Date.UTC(moved.getUTCFullYear(), moved.getUTCMonth() + 1, 0)).getUTCDate();
  moved.setUTCDate(Math.min(at.getUTCDate(), lastDay));
  return moved;
}

/** How instants are represented in every input and output: ISO 8601 in UTC. */
export const isoDateTime = z.iso.datetime();

export const iso = (at: Date): string => at.toISOString();

export const isoOrNull = (at: Date | null): string | null => at?.toISOString() ?? null;
