import type { Context } from "@/lib/platform/operations/operation";
import type { MeetingRow } from "@/lib/workspace/core/meeting-record";

/** Opens to the minute taker what they need, and takes it back from the one before. */
export async function assignMinuteTaker(
  { db, account, actor, realNow: openedAt }: Context<"account">,
  { id: meetingId, minuteTakerContactId: before }: MeetingRow,
  minuteTaker: string | null,
): Promise<void> {
  if (before === minuteTaker) return;
  const of = { accountId: account.id, meetingId };
  const features = await db.meetingFeature.findMany({
    where: { ...of, name: { in: ["takeMinutes", "seeDraftMinutes"] } },
    select: { id: true },
  });
  const featureIds = features.map(({ id }) => id);
  if (before !== null)
    await db.meetingOpening.deleteMany({
      where: { accountId: account.id, contactId: before, featureId: { in: featureIds } },
    });
  if (minuteTaker !== null)
    await db.meetingOpening.createMany({
      data: featureIds.map((featureId) => ({
        ...of,
        featureId,
        contactId: minuteTaker,
        openedByName: actor.name,
        openedAt,
      })),
      skipDuplicates: true,
    });
}
