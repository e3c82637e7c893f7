import { Readable } from "node:stream";
import type { Disk } from "flydrive";
import { asWorker } from "@/lib/platform/db/transaction";
import { invalidField } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { isPictureType } from "./content-type";
import { fileStorage, newStorageKey } from "./file-storage";
import { inspectContents } from "./inspect-contents";
import { type Receiving, staleOffset, takeIn } from "./receiving";
import { storing } from "./storing";

interface LastPart {
  readonly key: string;
  readonly offset: number;
  readonly allowed: () => Promise<unknown>;
}

/**
 * Makes a whole file of its parts, finds out what it is, and only then says that all of it has arrived: if that fails,
 * the last part is sent again.
 *
 * @throws Problem `invalid` for a file with a virus, whose row is deleted; `conflict`, `unavailable`
 */
export async function completeFile(file: Receiving, { key: lastKey, offset, allowed }: LastPart): Promise<void> {
  const disk = await fileStorage();
  const key = offset === 0 ? lastKey : await assemble(disk, file, lastKey);
  const { sha256, contentType, scan } = await storing(() => inspectContents(disk, key));
  if (scan === "infected") {
    await asWorker((db) => db.storedFile.deleteMany({ where: { id: file.id, accountId: file.accountId } }));
    throw invalidField("attachmentIds", t("“{name}” contains a virus, so it wasn't uploaded.", { name: file.name }));
  }
  await allowed();
  const data = {
    ...({ received: file.size, state: "stored", storageKey: key, sha256, contentType, scan } as const),
    thumbnail: isPictureType(contentType) ? ("waiting" as const) : ("none" as const),
  };
  const taken = await asWorker(async (db) => {
    if ((await takeIn(db, file, { from: offset, data })) === 0) return false;
    await db.fileObject.updateMany({ where: { key }, data: { size: file.size, position: null } });
    await db.fileObject.deleteMany({ where: { fileId: file.id, key: { not: key } } });
    return true;
  });
  if (!taken) throw staleOffset();
}

async function assemble(disk: Disk, { id: fileId, accountId, size }: Receiving, lastKey: string): Promise<string> {
  const key = newStorageKey();
  const parts = await asWorker(async (db) => {
    await db.fileObject.createMany({ data: { key, accountId, fileId } });
    return db.fileObject.findMany({
      where: { fileId, accountId, position: { not: null }, size: { not: null } },
      select: { key: true },
      orderBy: { position: "asc" },
    });
  });
  const keys = [...parts.map((part) => part.key), lastKey];
  await storing(() => disk.putStream(key, Readable.from(oneAfterAnother(disk, keys)), { contentLength: size }));
  return key;
}

async function* oneAfterAnother(disk: Disk, keys: readonly string[]): AsyncGenerator<Buffer> {
  for (const key of keys) yield* await disk.getStream(key);
}
