import { Readable } from "node:stream";
import { asWorker } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import { Spool } from "@/lib/platform/kernel/spool";
import { t } from "@/lib/platform/language/t";
import { completeFile } from "./complete-file";
import { fileStorage, newStorageKey } from "./file-storage";
import { type Receiving, staleOffset, takeIn } from "./receiving";
import { storing } from "./storing";

interface Part {
  readonly offset: number;
  readonly source: AsyncIterable<Uint8Array>;
  /** Throws if the uploader may no longer do this: asked again once everything has arrived. */
  readonly allowed: () => Promise<unknown>;
}

/**
 * Takes in a part of an upload that begins at `offset`, and returns where the next one begins. What arrived before a
 * connection was cut is kept. With the last part the file is completed. Of parts that are sent at the same time, the
 * database takes one.
 *
 * @throws Problem `too-large`, `conflict`, `unavailable`, and what `completeFile` and `allowed` throw
 */
export async function receivePart(file: Receiving, { offset, source, allowed }: Part): Promise<number> {
  const spool = new Spool(file.size);
  try {
    const cut = await fill(spool, source, file.size - offset);
    const { bytes } = spool;
    if (bytes > 0) await store(file, { offset, spool, allowed });
    if (cut !== undefined) throw cut;
    return offset + bytes;
  } finally {
    await spool.discard();
  }
}

/** Returns why the source ended early, if it did. */
async function fill(spool: Spool, source: AsyncIterable<Uint8Array>, most: number): Promise<unknown> {
  const pieces = source[Symbol.asyncIterator]();
  for (;;) {
    let next: IteratorResult<Uint8Array>;
    try {
      next = await pieces.next();
    } catch (error) {
      return error ?? new Error("The upload was cut.");
    }
    if (next.done) return undefined;
    if (spool.bytes + next.value.length > most) {
      await pieces.return?.();
      throw new Problem("too-large", t("More was sent than the size that was announced."));
    }
    await spool.write(next.value);
  }
}

async function store(
  file: Receiving,
  { offset, spool, allowed }: Pick<Part, "offset" | "allowed"> & { readonly spool: Spool },
): Promise<void> {
  const { id: fileId, accountId } = file;
  const { bytes } = spool;
  const key = newStorageKey();
  // Noted before it is written: whatever happens from here on, the worker knows of it.
  await asWorker((db) => db.fileObject.createMany({ data: { key, accountId, fileId, position: offset } }));
  try {
    const disk = await fileStorage();
    await storing(() => disk.putStream(key, Readable.from(spool.pieces()), { contentLength: bytes }));
    if (offset + bytes === file.size) return await completeFile(file, { key, offset, allowed });
    await allowed();
    const taken = await asWorker(async (db) => {
      const count = await takeIn(db, file, { from: offset, data: { received: offset + bytes } });
      if (count > 0) await db.fileObject.updateMany({ where: { key }, data: { size: bytes } });
      return count > 0;
    });
    if (!taken) throw staleOffset();
  } catch (error) {
    await asWorker((db) => db.fileObject.deleteMany({ where: { key } }));
    throw error;
  }
}
