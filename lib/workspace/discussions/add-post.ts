import type { Context } from "@/lib/platform/operations/operation";
import { type Attaching, attachFiles } from "./files/attach-files";
import { mentionedPeople } from "./mentioned-people";
import { notifyOfPost } from "./notify-of-post";
import type { ThreadRow } from "./thread-record";

interface Post {
  readonly body: string;
  readonly inviteMentioned: boolean;
  readonly files: Attaching;
}

/** Adds a post to a thread that the caller has locked, marks it as read by its author, and tells those who want to be told. */
export async function addPost(context: Context<"account">, thread: ThreadRow, post: Post): Promise<string> {
  const { db, account, actor, realNow: now } = context;
  const { body, inviteMentioned: invite, files } = post;
  const mentioned = await mentionedPeople(context, thread.group, { body, invite });
  const number = thread.lastNumber + 1;
  const of = { accountId: account.id, threadId: thread.id };
  const author = { authorContactId: actor.contactId, authorName: actor.name };
  const { id: replyId } = await db.discussionReply.create({
    data: { ...of, number, ...author, body, createdAt: now },
    select: { id: true },
  });
  await db.discussionThread.updateMany({ where: { id: thread.id }, data: { lastNumber: number, lastReplyAt: now } });
  if (mentioned.length > 0) {
    await db.discussionMention.createMany({
      data: mentioned.map(({ contactId }) => ({ ...of, replyId, contactId, number })),
    });
  }
  if (actor.contactId !== null) await readThrough(context, thread.id, number);
  const attached = await attachFiles(context, replyId, files);
  await notifyOfPost(context, thread, { id: replyId, body, number, mentioned, files: attached });
  return replyId;
}

/** Notes that the viewer has read a thread up to a post; never less than before. */
export async function readThrough({ db, account, actor }: Context<"account">, threadId: string, number: number) {
  if (actor.contactId === null) return;
  const own = { accountId: account.id, threadId, contactId: actor.contactId };
  await db.discussionReading.createMany({ data: own, skipDuplicates: true });
  await db.discussionReading.updateMany({
    where: { ...own, readNumber: { lt: number } },
    data: { readNumber: number },
  });
}
