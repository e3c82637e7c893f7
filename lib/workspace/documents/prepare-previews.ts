import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";
import { fileStorage, newStorageKey } from "@/lib/platform/files/file-storage";
import { workThrough } from "@/lib/platform/files/work-through";
import { log } from "@/lib/platform/logging/log";
import { drawInThread } from "./drawing/draw-in-thread";
import type { DrawnPages } from "./drawing/drawn-pages";

/** Draws the pages of the files that have arrived, one file after another. */
export const preparePreviews = (stopping: () => boolean = () => false): Promise<number> =>
  workThrough(
    {
      find: waitingFile,
      mark: async (db, { id: fileId, runs }, as) => {
        const where = { fileId, state: "waiting" as const, ...(runs !== undefined && { runs }) };
        const data = as === "failed" ? { state: as } : { runs: { increment: 1 }, claimedUntil: as };
        return (await db.filePreview.updateMany({ where, data })).count;
      },
      work: ({ id, accountId }) => prepare({ fileId: id, accountId }),
      failed: (details) => log().info(details, "A file has no preview."),
    },
    stopping,
  );

async function waitingFile(db: ScopedDb, after: string, now: Date) {
  const found = await db.filePreview.findFirst({
    where: {
      fileId: { gt: after },
      state: "waiting",
      OR: [{ claimedUntil: null }, { claimedUntil: { lte: now } }],
      file: { scan: { in: ["unscanned", "clean"] } },
    },
    select: { fileId: true, accountId: true, runs: true },
    orderBy: { fileId: "asc" },
  });
  return found && { id: found.fileId, accountId: found.accountId, runs: found.runs };
}

interface Drawn {
  readonly fileId: string;
  readonly accountId: string;
}

async function prepare({ fileId, accountId }: Drawn): Promise<void> {
  const where = { id: fileId, accountId };
  const file = await asWorker((db) =>
    db.storedFile.findFirst({ where, select: { storageKey: true, contentType: true } }),
  );
  if (!file?.storageKey || !file.contentType) throw new Error("Its contents are gone.");
  const disk = await fileStorage();
  const pages = await drawInThread(await disk.getBytes(file.storageKey), file.contentType);
  await keep({ fileId, accountId }, pages);
}

/** Each key is noted before anything is written under it, so that nothing is forgotten in the storage. */
async function keep({ fileId, accountId }: Drawn, { pages, drawn }: DrawnPages): Promise<void> {
  const kept = drawn.map((page) => ({ ...page, key: newStorageKey(), size: page.picture.length }));
  await asWorker((db) => db.fileObject.createMany({ data: kept.map(({ key }) => ({ key, accountId, fileId })) }));
  const disk = await fileStorage();
  for (const { key, picture } of kept) await disk.put(key, picture);
  await asWorker(async (db) => {
    const { count } = await db.filePreview.updateMany({
      where: { fileId, state: "waiting" },
      data: { state: "ready", pages },
    });
    const keys = kept.map(({ key }) => key);
    if (count === 0) {
      await db.fileObject.deleteMany({ where: { key: { in: keys } } });
      return;
    }
    await db.previewPage.createMany({
      data: kept.map(({ number, width, height, key, size }) => ({
        fileId,
        accountId,
        number,
        width,
        height,
        key,
        size,
      })),
    });
    for (const { key, size } of kept) await db.fileObject.updateMany({ where: { key }, data: { size } });
  });
}
