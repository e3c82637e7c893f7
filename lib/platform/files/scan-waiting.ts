import { asWorker } from "@/lib/platform/db/transaction";
import { log } from "@/lib/platform/logging/log";
import { fileStorage } from "./file-storage";
import { scanFile } from "./scan-file";

/** Scans the files that are held because the scanner could not be asked. Stops at the first that it still can't be. */
export async function scanWaiting(stopping: () => boolean = () => false): Promise<void> {
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
    const scan = await scanFile(() => disk.getStream(storageKey));
    if (scan === "waiting") return;
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
