import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";
import type { FileOutput } from "@/lib/platform/kernel/file-output";
import { Spool } from "@/lib/platform/kernel/spool";
import type { ClaimedExport } from "./claim-export";

const PART_BYTES = 512 * 1024;

/** The export was cancelled, or given to another worker. */
export class ExportLost extends Error {}

/** Changes an export if it is still this worker's; from then on it stays so until the transaction ends. */
export async function updateClaimed(
  db: ScopedDb,
  { id, attempt }: Pick<ClaimedExport, "id" | "attempt">,
  data: Prisma.ExportUpdateManyMutationInput,
): Promise<void> {
  const { count } = await db.export.updateMany({ where: { id, attempts: attempt, state: "running" }, data });
  if (count === 0) throw new ExportLost();
}

/** What the worker knows of a file besides the file. */
interface Made {
  /** A digest of the access it was prepared with. */
  readonly accessKey: string;
  readonly lines: number;
  /** The records in it that its reader may lose. */
  readonly contents: readonly string[];
}

/** Keeps a finished file in the database, a piece per transaction, and makes it ready. */
export async function storeExport(
  claimed: ClaimedExport,
  { filename, contentType, body }: FileOutput,
  { accessKey, lines, contents }: Made,
): Promise<void> {
  let position = 0;
  let bytes = 0;
  for await (const data of partsOf(body)) {
    const part = { exportId: claimed.id, personId: claimed.personId, position, data };
    await asWorker(async (db) => {
      await updateClaimed(db, claimed, { aliveAt: new Date() });
      await db.exportPart.createMany({ data: part });
    });
    position += 1;
    bytes += data.length;
  }
  const file = { filename, contentType, bytes: BigInt(bytes), accessKey, lines, contents: [...contents] };
  await asWorker((db) => updateClaimed(db, claimed, { ...file, state: "ready", finishedAt: new Date() }));
}

async function* partsOf(body: FileOutput["body"]): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  let held: Uint8Array[] = [];
  let size = 0;
  for await (const piece of body instanceof Spool ? body.pieces() : slicesOf(body as Uint8Array)) {
    held.push(piece);
    size += piece.length;
    if (size < PART_BYTES) continue;
    yield new Uint8Array(Buffer.concat(held));
    held = [];
    size = 0;
  }
  if (size > 0) yield new Uint8Array(Buffer.concat(held));
}

function* slicesOf(bytes: Uint8Array): Generator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += PART_BYTES) yield bytes.subarray(at, at + PART_BYTES);
}
