import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { staleVersion } from "@/lib/platform/kernel/problem";

interface CalendarRow {
  readonly timeZone: string;
  readonly opens: number[];
  readonly closes: number[];
}

/** Raises the calendar's version, by which the worker sees which tickets it has to compute anew. Throws `conflict`. */
export async function saveCalendar(db: ScopedDb, seen: number, changed: CalendarRow): Promise<void> {
  if (seen === 0) {
    try {
      await db.supportCalendar.createMany({ data: changed });
    } catch (error) {
      throw isUniqueViolation(error) ? staleVersion() : error;
    }
    return;
  }
  const { count } = await db.supportCalendar.updateMany({
    where: { id: 1, version: seen },
    data: { ...changed, version: { increment: 1 } },
  });
  if (count === 0) throw staleVersion();
}
