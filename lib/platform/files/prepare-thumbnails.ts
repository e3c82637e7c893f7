import { asWorker } from "@/lib/platform/db/transaction";
import { log } from "@/lib/platform/logging/log";
import { fileStorage, newStorageKey } from "./file-storage";
import { makeThumbnail } from "./make-thumbnail";

/** A picture that several workers have ended on is left. */
const MOST_RUNS = 3;

/** Makes the thumbnails of the pictures that have arrived, one after another. Safe to run in any number of workers. */
export async function prepareThumbnails(stopping: () => boolean = () => false): Promise<number> {
  let made = 0;
  let after = FIRST;
  while (!stopping()) {
    const file = await claim(after);
    if (file === undefined) break;
    after = file.id;
    if (!file.claimed) continue;
    try {
      await prepare(file);
      made += 1;
    } catch (error) {
      log().info({ err: error, file: file.id }, "A picture has no thumbnail.");
      await asWorker((db) => db.storedFile.updateMany({ where: { id: file.id }, data: { thumbnail: "failed" } }));
    }
  }
  return made;
}

const FIRST = "00000000-0000-0000-0000-000000000000";

interface Claimed {
  readonly id: string;
  readonly accountId: string;
  readonly storageKey: string | null;
  /** False if another worker was faster. */
  readonly claimed: boolean;
}

const claim = (after: string): Promise<Claimed | undefined> =>
  asWorker(async (db) => {
    const found = await db.storedFile.findFirst({
      where: {
        id: { gt: after },
        thumbnail: "waiting",
        state: { not: "uploading" },
        scan: { in: ["unscanned", "clean"] },
      },
      select: { id: true, accountId: true, storageKey: true, thumbnailRuns: true },
      orderBy: { id: "asc" },
    });
    if (found === null) return undefined;
    const { thumbnailRuns, ...file } = found;
    const givenUp = thumbnailRuns >= MOST_RUNS;
    const { count } = await db.storedFile.updateMany({
      where: { id: file.id, thumbnail: "waiting", thumbnailRuns },
      data: givenUp ? { thumbnail: "failed" } : { thumbnailRuns: { increment: 1 } },
    });
    return { ...file, claimed: count > 0 && !givenUp };
  });

async function prepare({ id: fileId, accountId, storageKey }: Claimed): Promise<void> {
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
