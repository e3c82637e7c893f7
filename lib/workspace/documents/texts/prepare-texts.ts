import { asWorker } from "@/lib/platform/db/transaction";
import { fileStorage } from "@/lib/platform/files/file-storage";
import { readStored } from "@/lib/platform/files/read-stored";
import { log } from "@/lib/platform/logging/log";
import { readInThread } from "../drawing/draw-in-thread";
import { MOST_TEXT_BYTES } from "./text-kinds";

/** A file that several workers have ended on is left. */
const MOST_RUNS = 3;

/** Reads what is written in the files that have arrived, one file after another. Safe to run in any number of workers. */
export async function prepareTexts(stopping: () => boolean = () => false): Promise<number> {
  let made = 0;
  let after = "00000000-0000-0000-0000-000000000000";
  while (!stopping()) {
    const file = await claim(after);
    if (file === undefined) break;
    after = file.fileId;
    if (!file.claimed) continue;
    const where = { fileId: file.fileId, state: "waiting" as const };
    try {
      const read = await readInThread(await contentsOf(file), file.contentType);
      await asWorker((db) => db.fileText.updateMany({ where, data: { ...read, state: "ready" } }));
      made += 1;
    } catch (error) {
      log().info({ err: error, file: file.fileId }, "The text of a file can't be read.");
      await asWorker((db) => db.fileText.updateMany({ where, data: { state: "failed" } }));
    }
  }
  return made;
}

interface Claimed {
  readonly fileId: string;
  readonly storageKey: string | null;
  readonly contentType: string;
  readonly size: number;
  /** False if another worker was faster. */
  readonly claimed: boolean;
}

const claim = (after: string): Promise<Claimed | undefined> =>
  asWorker(async (db) => {
    const found = await db.fileText.findFirst({
      where: { fileId: { gt: after }, state: "waiting", file: { scan: { in: ["unscanned", "clean"] } } },
      select: { fileId: true, runs: true, file: { select: { storageKey: true, contentType: true, size: true } } },
      orderBy: { fileId: "asc" },
    });
    if (found === null) return undefined;
    const { fileId, runs, file } = found;
    const givenUp = runs >= MOST_RUNS;
    const { count } = await db.fileText.updateMany({
      where: { fileId, state: "waiting", runs },
      data: givenUp ? { state: "failed" } : { runs: { increment: 1 } },
    });
    return { ...file, fileId, contentType: file.contentType ?? "", claimed: count > 0 && !givenUp };
  });

/** Of a text its beginning is enough; a PDF has its table at its end. */
async function contentsOf({ storageKey, contentType, size }: Claimed): Promise<Uint8Array> {
  if (storageKey === null) throw new Error("Its contents are gone.");
  if (contentType === "application/pdf" || size <= MOST_TEXT_BYTES) return (await fileStorage()).getBytes(storageKey);
  const parts: Buffer[] = [];
  for await (const part of await readStored(storageKey, { first: 0, last: MOST_TEXT_BYTES - 1 })) parts.push(part);
  return Buffer.concat(parts);
}
