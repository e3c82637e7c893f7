import { asWorker } from "@/lib/platform/db/transaction";
import { fileStorage, newStorageKey } from "@/lib/platform/files/file-storage";
import { log } from "@/lib/platform/logging/log";
import { drawInThread } from "./drawing/draw-in-thread";
import type { DrawnPages } from "./drawing/drawn-pages";

/** A file that several workers have ended on is left. */
const MOST_RUNS = 3;

/** Draws the pages of the files that have arrived, one file after another. Safe to run in any number of workers. */
export async function preparePreviews(stopping: () => boolean = () => false): Promise<number> {
  let made = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  while (!stopping()) {
    const file = await claim(after);
    if (file === undefined) break;
    after = file.fileId;
    if (!file.claimed) continue;
    try {
      await prepare(file);
      made += 1;
    } catch (error) {
      log().info({ err: error, file: file.fileId }, "A file has no preview.");
      const where = { fileId: file.fileId, state: "waiting" as const };
      await asWorker((db) => db.filePreview.updateMany({ where, data: { state: "failed" } }));
    }
  }
  return made;
}

interface Claimed {
  readonly fileId: string;
  readonly accountId: string;
  /** False if another worker was faster. */
  readonly claimed: boolean;
}

const claim = (after: string): Promise<Claimed | undefined> =>
  asWorker(async (db) => {
    const found = await db.filePreview.findFirst({
      where: { fileId: { gt: after }, state: "waiting", file: { scan: { in: ["unscanned", "clean"] } } },
      select: { fileId: true, accountId: true, runs: true },
      orderBy: { fileId: "asc" },
    });
    if (found === null) return undefined;
    const { runs, ...file } = found;
    const givenUp = runs >= MOST_RUNS;
    const { count } = await db.filePreview.updateMany({
      where: { fileId: file.fileId, state: "waiting", runs },
      data: givenUp ? { state: "failed" } : { runs: { increment: 1 } },
    });
    return { ...file, claimed: count > 0 && !givenUp };
  });

async function prepare({ fileId, accountId }: Claimed): Promise<void> {
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
async function keep(
  { fileId, accountId }: Pick<Claimed, "fileId" | "accountId">,
  { pages, drawn }: DrawnPages,
): Promise<void> {
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
