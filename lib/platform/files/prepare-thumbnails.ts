import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";
import { log } from "@/lib/platform/logging/log";
import { fileStorage, newStorageKey } from "./file-storage";
import { makeThumbnail } from "./make-thumbnail";
import { workThrough } from "./work-through";

/** Makes the thumbnails of the pictures that have arrived, one after another. */
export const prepareThumbnails = (stopping: () => boolean = () => false): Promise<number> =>
  workThrough(
    {
      find: waitingPicture,
      mark: async (db, { id, runs }, as) => {
        const where = { id, thumbnail: "waiting" as const, ...(runs !== undefined && { thumbnailRuns: runs }) };
        const data =
          as === "failed" ? { thumbnail: as } : { thumbnailRuns: { increment: 1 }, thumbnailClaimedUntil: as };
        return (await db.storedFile.updateMany({ where, data })).count;
      },
      work: prepare,
      failed: (details) => log().info(details, "A picture has no thumbnail."),
    },
    stopping,
  );

interface Picture {
  readonly id: string;
  readonly runs: number;
  readonly accountId: string;
  readonly storageKey: string | null;
}

async function waitingPicture(db: ScopedDb, after: string, now: Date): Promise<Picture | null> {
  const found = await db.storedFile.findFirst({
    where: {
      id: { gt: after },
      thumbnail: "waiting",
      OR: [{ thumbnailClaimedUntil: null }, { thumbnailClaimedUntil: { lte: now } }],
      state: { not: "uploading" },
      scan: { in: ["unscanned", "clean"] },
    },
    select: { id: true, accountId: true, storageKey: true, thumbnailRuns: true },
    orderBy: { id: "asc" },
  });
  return found && { ...found, runs: found.thumbnailRuns };
}

async function prepare({ id: fileId, accountId, storageKey }: Picture): Promise<void> {
  if (storageKey === null) throw new Error("Its contents are gone.");
  const disk = await fileStorage();
  const picture = await makeThumbnail(await disk.getBytes(storageKey));
  const key = newStorageKey();
  await asWorker((db) => db.fileObject.createMany({ data: { key, accountId, fileId } }));
  await disk.put(key, picture);
  await asWorker(async (db) => {
    const { count } = await db.storedFile.updateMany({
      where: { id: fileId, thumbnail: "waiting" },
      data: { thumbnail: "ready", thumbnailKey: key },
    });
    if (count > 0) await db.fileObject.updateMany({ where: { key }, data: { size: picture.length } });
    else await db.fileObject.deleteMany({ where: { key } });
  });
}
