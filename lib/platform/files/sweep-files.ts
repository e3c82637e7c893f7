import pMap from "p-map";
import { asWorker } from "@/lib/platform/db/transaction";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { fileStorage } from "./file-storage";

/** How what a message that is about to be sent has set aside begins, where it says what it is for. */
export const SET_ASIDE = "held ";

/** As long as a draft is kept: a reply that was held back has its files when its author comes back to it. */
const SET_ASIDE_DAYS = 91;
/** Longer than anything takes to be written: what is deleted under its hands would otherwise be written after that. */
const UNWRITTEN_MINUTES = 60;
const WRITTEN_MINUTES = 15;
const BATCH = 200;
const AT_ONCE = 4;

/**
 * Deletes uploads that nobody took within a day, finished or not, what was never written to its end, and then from the
 * storage everything whose row is gone. What a message has set aside stays until that is sent, or its draft is deleted.
 * Safe to run in any number of workers, and to repeat.
 */
export async function sweepFiles(now: Date, stopping: () => boolean = () => false): Promise<void> {
  const yesterday = addDays(now, -1);
  const forgotten = addDays(now, -SET_ASIDE_DAYS);
  const lately = addMinutes(now, -UNWRITTEN_MINUTES);
  await asWorker(async (db) => {
    const loose = { state: { not: "attached" as const } };
    const setAside = { draft: { startsWith: SET_ASIDE } };
    await db.storedFile.deleteMany({ where: { ...loose, touchedAt: { lt: yesterday }, NOT: setAside } });
    await db.storedFile.deleteMany({ where: { ...loose, touchedAt: { lt: forgotten }, ...setAside } });
    await db.fileObject.deleteMany({ where: { size: null, createdAt: { lt: lately } } });
    await db.uploadSlot.deleteMany({ where: { until: { lt: lately } } });
  });
  await removeUnused(now, stopping);
}

/** From the storage first: if that fails, the row is still there for the next run. */
async function removeUnused(now: Date, stopping: () => boolean): Promise<void> {
  const disk = await fileStorage();
  const where = { createdAt: { lt: addMinutes(now, -WRITTEN_MINUTES) } };
  while (!stopping()) {
    const gone = await asWorker((db) =>
      db.fileRemoval.findMany({ where, select: { key: true }, orderBy: { createdAt: "asc" }, take: BATCH }),
    );
    if (gone.length === 0) return;
    const keys = gone.map(({ key }) => key);
    await pMap(keys, (key) => disk.delete(key), { concurrency: AT_ONCE });
    await asWorker((db) => db.fileRemoval.deleteMany({ where: { key: { in: keys } } }));
  }
}
