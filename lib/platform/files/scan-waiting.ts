import { env } from "@/lib/platform/config/env";
import { asWorker } from "@/lib/platform/db/transaction";
import { log } from "@/lib/platform/logging/log";
import { fileStorage } from "./file-storage";
import { askScanner } from "./scan-file";

/**
 * Scans the files that are held. Stops at the first of which the scanner can't be asked; goes on after one that it can't
 * scan, so that this one doesn't hold up the others.
 */
export async function scanWaiting(stopping: () => boolean = () => false): Promise<void> {
  const address = env().CLAMD_SOCKET;
  let after = "00000000-0000-0000-0000-000000000000";
  while (!stopping()) {
    const file = await asWorker((db) =>
      db.storedFile.findFirst({
        where: { id: { gt: after }, scan: "waiting", state: { not: "uploading" } },
        select: { id: true, storageKey: true },
        orderBy: { id: "asc" },
      }),
    );
    if (file === null) return;
    after = file.id;
    const { storageKey } = file;
    if (storageKey === null) continue;
    const disk = await fileStorage();
    const scan = address === undefined ? "unscanned" : await askScanner(() => disk.getStream(storageKey), address);
    if (scan === "unanswered") return;
    if (scan === "undecided") continue;
    if (scan === "infected") await remove(file.id);
    else await asWorker((db) => db.storedFile.updateMany({ where: { id: file.id, scan: "waiting" }, data: { scan } }));
  }
}

/** Before a message has it, nobody misses it. In a message stays what it was called, and why it is gone. */
async function remove(id: string): Promise<void> {
  log().warn({ file: id }, "A held file contained a virus, and was deleted.");
  await asWorker(async (db) => {
    const { count } = await db.storedFile.deleteMany({ where: { id, state: "stored" } });
    if (count > 0) return;
    const gone = { scan: "infected", storageKey: null, thumbnail: "none", thumbnailKey: null } as const;
    await db.storedFile.updateMany({ where: { id }, data: gone });
    await db.fileObject.deleteMany({ where: { fileId: id } });
  });
}
