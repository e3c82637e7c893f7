import type { DiscussionFrequency } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";
import { nextDigestAt } from "./next-digest-at";

interface Reader {
  readonly contactId: string | null;
  readonly timeZone: string;
}

/** Makes sure that the reader's next daily or weekly mail is due sometime. Whether anything is in it is decided then. */
export async function scheduleDigest(
  { db, account, actor, now }: Context<"account">,
  frequency: DiscussionFrequency,
  { contactId, timeZone }: Reader = actor,
): Promise<void> {
  if (frequency === "atOnce" || contactId === null) return;
  const data = { accountId: account.id, contactId, frequency, timeZone, dueAt: nextDigestAt(frequency, timeZone, now) };
  await db.discussionDigest.createMany({ data, skipDuplicates: true });
}
