import { asWorker } from "@/lib/platform/db/transaction";

interface OutboxFigures {
  readonly waiting: number;
  /** When the oldest of them became due; null if nothing is waiting. */
  readonly oldestSince: Date | null;
}

/** The mail that is due and not sent. */
export async function outboxFigures(now: Date = new Date()): Promise<OutboxFigures> {
  const due = { status: "queued" as const, nextTryAt: { lte: now } };
  const { _count, _min } = await asWorker((db) =>
    db.outboxMail.aggregate({ where: due, _count: true, _min: { nextTryAt: true } }),
  );
  return { waiting: _count, oldestSince: _min.nextTryAt };
}
