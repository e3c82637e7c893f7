import pMap from "p-map";
import { asWorker } from "@/lib/platform/db/transaction";
import { addDays, addMinutes } from "@/lib/platform/kernel/dates";
import { fileStorage } from "./file-storage";

/** Longer than anything takes to be written: what is deleted under its hands would otherwise be written after that. */
const UNWRITTEN_MINUTES = 60;
const WRITTEN_MINUTES = 15;
const BATCH = 200;
const AT_ONCE = 4;

/**
 * Deletes uploads that nobody took within a day, finished or not, what was never written to its end, and then from the
 * storage everything whose row is gone. Safe to run in any number of workers, and to repeat.
 */
export async function sweepFiles(now: Date, stopping: () => boolean = () => false): Promise<void> {
  const yesterday = addDays(now, -1);
  const lately = addMinutes(now, -UNWRITTEN_MINUTES);
  await asWorker(async (db) => {
    await db.storedFile.deleteMany({ where: { state: { not: "attached" }, touchedAt: { lt: yesterday } } });
    await db.fileObject.deleteMany({ where: { size: null, createdAt: { lt: lately } } });
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
