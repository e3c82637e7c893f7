import type { z } from "zod";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";
import { MOST_PAST, type shownHistory } from "../schema";

/** What was published, signed and unlocked, the latest first. */
export async function readHistory(
  { db, account }: Context<"account">,
  { id: meetingId }: MeetingRow,
): Promise<z.input<typeof shownHistory>> {
  const where = { accountId: account.id, meetingId };
  const [revisions, signatures, unlocks] = await Promise.all([
    db.meetingRevision.findMany({
      where,
      select: { number: true, publishedAt: true, publishedByName: true, note: true },
      orderBy: { number: "desc" },
      take: MOST_PAST,
    }),
    db.meetingSignOff.findMany({
      where,
      select: { number: true, signedByName: true, signedAt: true, hash: true, unlockedAt: true, unlockedByName: true },
      orderBy: { number: "desc" },
      take: MOST_PAST,
    }),
    db.meetingUnlock.findMany({
      where,
      select: { id: true, reason: true, requestedByName: true, requestedAt: true, approved: true, decidedByName: true },
      orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
      take: MOST_PAST,
    }),
  ]);
  return {
    revisions: revisions.map((row) => ({ ...row, publishedAt: iso(row.publishedAt) })),
    signatures: signatures.map((row) => ({
      ...{ ...row, signedAt: iso(row.signedAt), unlockedAt: isoOrNull(row.unlockedAt) },
    })),
    unlocks: unlocks.map((row) => ({ ...row, requestedAt: iso(row.requestedAt) })),
  };
}
