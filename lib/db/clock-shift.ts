import { env } from "@/lib/config/env";
import type { ScopedDb } from "./scoped-db";

/**
 * What billing takes for the instant `now`: moved by what `ClockShift` says, in the demo and in tests. In production
 * nothing moves it, whatever the table holds.
 */
export async function shifted(db: Pick<ScopedDb, "clockShift">, now: Date): Promise<Date> {
  if (env().PORTAL_MODE === "production") return now;
  const shift = await db.clockShift.findUnique({ where: { id: 1 }, select: { shiftMs: true } });
  return shift === null ? now : new Date(now.getTime() + Number(shift.shiftMs));
}
