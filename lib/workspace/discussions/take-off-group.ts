import type { Context } from "@/lib/platform/operations/operation";

/**
 * Ends a person's place in a group, whose row the caller has locked, with what they chose for its threads and how far they
 * read them. Returns whether they had one.
 */
export async function takeOffGroup({ db }: Context, groupId: string, contactId: string): Promise<boolean> {
  const { count } = await db.discussionMember.deleteMany({ where: { groupId, contactId } });
  const ofThreads = { contactId, thread: { groupId } };
  await db.threadSubscription.deleteMany({ where: ofThreads });
  await db.discussionReading.deleteMany({ where: ofThreads });
  return count > 0;
}
