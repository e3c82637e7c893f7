import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";
import { fileStorage } from "@/lib/platform/files/file-storage";
import { readStored } from "@/lib/platform/files/read-stored";
import { workThrough } from "@/lib/platform/files/work-through";
import { log } from "@/lib/platform/logging/log";
import { readInThread } from "../drawing/draw-in-thread";
import { MOST_TEXT_BYTES } from "./text-kinds";

/** Reads what is written in the files that have arrived, one file after another. */
export const prepareTexts = (stopping: () => boolean = () => false): Promise<number> =>
  workThrough(
    {
      find: waitingFile,
      mark: async (db, { id: fileId, runs }, as) => {
        const where = { fileId, state: "waiting" as const, ...(runs !== undefined && { runs }) };
        const data = as === "failed" ? { state: as } : { runs: { increment: 1 }, claimedUntil: as };
        return (await db.fileText.updateMany({ where, data })).count;
      },
      work: readText,
      failed: (details) => log().info(details, "The text of a file can't be read."),
    },
    stopping,
  );

interface Waiting {
  readonly id: string;
  readonly runs: number;
  readonly storageKey: string | null;
  readonly contentType: string | null;
  readonly size: number;
}

async function waitingFile(db: ScopedDb, after: string, now: Date): Promise<Waiting | null> {
  const found = await db.fileText.findFirst({
    where: {
      fileId: { gt: after },
      state: "waiting",
      OR: [{ claimedUntil: null }, { claimedUntil: { lte: now } }],
      file: { scan: { in: ["unscanned", "clean"] } },
    },
    select: { fileId: true, runs: true, file: { select: { storageKey: true, contentType: true, size: true } } },
    orderBy: { fileId: "asc" },
  });
  return found && { id: found.fileId, runs: found.runs, ...found.file };
}

async function readText(file: Waiting): Promise<void> {
  const read = await readInThread(await contentsOf(file), file.contentType ?? "");
  const where = { fileId: file.id, state: "waiting" as const };
  await asWorker((db) => db.fileText.updateMany({ where, data: { ...read, state: "ready" } }));
}

/** Of a text its beginning is enough; a PDF has its table at its end. */
async function contentsOf({ storageKey, contentType, size }: Waiting): Promise<Uint8Array> {
  if (storageKey === null) throw new Error("Its contents are gone.");
  if (contentType === "application/pdf" || size <= MOST_TEXT_BYTES) return (await fileStorage()).getBytes(storageKey);
  const parts: Buffer[] = [];
  for await (const part of await readStored(storageKey, { first: 0, last: MOST_TEXT_BYTES - 1 })) parts.push(part);
  return Buffer.concat(parts);
}
