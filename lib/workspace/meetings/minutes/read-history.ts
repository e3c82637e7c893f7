import { z } from "zod";
import { iso, isoDateTime, isoOrNull } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "../meeting-record";

const MOST = 20;

export const shownRevision = z.object({
  number: z.int(),
  publishedAt: isoDateTime,
  publishedByName: z.string(),
  note: z.string(),
});

export const shownSignature = z.object({
  number: z.int(),
  signedByName: z.string(),
  signedAt: isoDateTime,
  hash: z.string(),
  unlockedAt: isoDateTime.nullable(),
  unlockedByName: z.string().nullable(),
});

export const shownUnlock = z.object({
  id,
  reason: z.string(),
  requestedByName: z.string(),
  requestedAt: isoDateTime,
  approved: z.boolean().nullable(),
  decidedByName: z.string().nullable(),
});

export const shownHistory = z.object({
  revisions: z.array(shownRevision).max(MOST),
  signatures: z.array(shownSignature).max(MOST),
  unlocks: z.array(shownUnlock).max(MOST),
});

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
      take: MOST,
    }),
    db.meetingSignOff.findMany({
      where,
      select: { number: true, signedByName: true, signedAt: true, hash: true, unlockedAt: true, unlockedByName: true },
      orderBy: { number: "desc" },
      take: MOST,
    }),
    db.meetingUnlock.findMany({
      where,
      select: { id: true, reason: true, requestedByName: true, requestedAt: true, approved: true, decidedByName: true },
      orderBy: [{ requestedAt: "desc" }, { id: "desc" }],
      take: MOST,
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
