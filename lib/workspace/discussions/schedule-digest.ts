import type { DiscussionFrequency } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";
import { nextDigestAt } from "./next-digest-at";

/** Makes sure that the person's next daily or weekly mail is due sometime. Whether anything is in it is decided then. */
export async function scheduleDigest(
  { db, account, actor, now }: Context<"account">,
  frequency: DiscussionFrequency,
  contactId = actor.contactId,
): Promise<void> {
  if (frequency === "atOnce" || contactId === null) return;
  const { timeZone } = actor;
  const data = { accountId: account.id, contactId, frequency, timeZone, dueAt: nextDigestAt(frequency, timeZone, now) };
  await db.discussionDigest.createMany({ data, skipDuplicates: true });
}
