import type { Addressee } from "@/lib/platform/db/as-addressee";
import type { MailRecord } from "@/lib/platform/operations/mail-record";
import { isTold, tellingOf } from "./telling-of";
import { visibleGroups } from "./visible-groups";

/** What mails of discussions are about. */
export const discussionMailRecords: readonly MailRecord[] = [
  { kind: "discussion-post", reads: (reader, [threadId = "", replyId = ""]) => readsPost(reader, threadId, replyId) },
  {
    kind: "discussion-group",
    reads: async (reader, [id = ""]) => {
      const invited = { id, invitations: { some: { contactId: reader.contact?.contactId ?? "" } } };
      return (await reader.db.discussionGroup.count({ where: { AND: [visibleGroups(reader), invited] } })) > 0;
    },
  },
  {
    kind: "discussion-digest",
    reads: async (reader, ids) => (await visibleThreads(reader, ids)).length === ids.length,
    // What is left of it comes with the next one.
    whenUnwanted: async (reader, ids) => {
      const left = await visibleThreads(reader, ids);
      await reader.db.discussionReading.updateMany({
        where: {
          accountId: reader.account.id,
          contactId: reader.contact?.contactId ?? "",
          threadId: { in: left.map(({ id }) => id) },
        },
        data: { mailedNumber: 0 },
      });
    },
  },
];

const visibleThreads = (reader: Addressee, ids: readonly string[]) =>
  reader.db.discussionThread.findMany({
    where: { accountId: reader.account.id, id: { in: [...ids] }, group: { is: visibleGroups(reader) } },
    select: { id: true },
  });

/** A post that is still there, of a thread that they see and are told of at once: the rule of `notifyOfPost`. */
async function readsPost(reader: Addressee, threadId: string, replyId: string): Promise<boolean> {
  const { db, account, contact } = reader;
  const own = { contactId: contact?.contactId ?? "" };
  const post = await db.discussionReply.findFirst({
    where: {
      accountId: account.id,
      id: replyId,
      threadId,
      deletedAt: null,
      thread: { is: { group: { is: visibleGroups(reader) } } },
    },
    select: {
      mentions: { where: own, select: { contactId: true } },
      thread: {
        select: {
          subscriptions: { where: own, select: { level: true, frequency: true } },
          group: {
            select: { invitations: { where: own, select: { level: true, frequency: true, joinedAt: true } } },
          },
        },
      },
    },
  });
  if (post === null) return false;
  const { subscriptions, group } = post.thread;
  const telling = tellingOf({ thread: subscriptions[0] ?? null, group: group.invitations[0] ?? null });
  return telling.frequency === "atOnce" && isTold(telling, { mentioned: post.mentions.length > 0 });
}
