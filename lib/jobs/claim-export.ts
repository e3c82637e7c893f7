import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";
import { msg } from "@/lib/platform/language/msg";

/** A worker that hasn't reported for this long is dead. */
const DEAD_MS = 60_000;
/** A file that several workers have died on is given up. */
const MOST_ATTEMPTS = 3;
/** Kept in English, and translated where it is read. */
const tooLarge = msg("This file couldn't be prepared. Select a shorter period.");

export interface ClaimedExport {
  readonly id: string;
  readonly personId: string;
  readonly accountId: string | null;
  readonly operation: string;
  readonly input: Prisma.JsonValue;
  /** The attempt this worker makes: with the id, what it signs in with, and what lets it write. */
  readonly attempt: number;
}

/** Takes the oldest file that is waiting, or was left by a dead worker. Null if there is none. */
export async function claimExport(now: Date): Promise<ClaimedExport | null> {
  for (;;) {
    const found = await asWorker((db) => takeOldest(db, now));
    if (found !== "taken") return found;
  }
}

async function takeOldest(db: ScopedDb, now: Date): Promise<ClaimedExport | null | "taken"> {
  const dead = new Date(now.getTime() - DEAD_MS);
  const waiting: Prisma.ExportWhereInput = {
    expiresAt: { gt: now },
    OR: [{ state: "queued" }, { state: "running", aliveAt: { lt: dead } }],
  };
  const row = await db.export.findFirst({ where: waiting, orderBy: [{ createdAt: "asc" }, { id: "asc" }] });
  if (row === null) return null;
  const { id, personId, accountId, operation, input, attempts } = row;
  const givenUp = attempts >= MOST_ATTEMPTS;
  // Its attempts tell whether another worker was faster.
  const { count } = await db.export.updateMany({
    where: { id, attempts, ...waiting },
    data: givenUp
      ? { state: "failed", failure: String(tooLarge), finishedAt: now }
      : { state: "running", attempts: { increment: 1 }, aliveAt: now, lines: 0 },
  });
  if (count === 0 || givenUp) return "taken";
  await db.exportPart.deleteMany({ where: { exportId: id } });
  return { id, personId, accountId, operation, input, attempt: attempts + 1 };
}
