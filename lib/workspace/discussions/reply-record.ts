import type { Prisma } from "@/lib/platform/db/generated/client";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { lockThread, type ThreadRow } from "./thread-record";
import { visibleGroups } from "./visible-groups";

export const replyColumns = {
  id: true,
  accountId: true,
  threadId: true,
  number: true,
  authorContactId: true,
  authorName: true,
  body: true,
  version: true,
  createdAt: true,
  editedAt: true,
  editedByName: true,
  deletedAt: true,
  deletedByName: true,
} as const satisfies Prisma.DiscussionReplySelect;

export type ReplyRow = Prisma.DiscussionReplyGetPayload<{ select: typeof replyColumns }>;

/** A post that isn't deleted, in a group that the viewer may see. Throws `not-found` for all others. */
export async function visibleReply(context: Context, replyId: string): Promise<ReplyRow> {
  const where = { id: replyId, deletedAt: null, thread: { is: { group: { is: visibleGroups(context) } } } };
  const reply = await context.db.discussionReply.findFirst({ where, select: replyColumns });
  if (reply === null) throw notFound(t("Post not found."));
  return reply;
}

/** The same without reading it, for lists: asked next to them, in one statement. */
export async function requireReply(context: Context, replyId: string): Promise<void> {
  const where = { id: replyId, deletedAt: null, thread: { is: { group: { is: visibleGroups(context) } } } };
  const reply = await context.db.discussionReply.findFirst({ where, select: { id: true } });
  if (reply === null) throw notFound(t("Post not found."));
}

/** The same for those who change it, with its thread: nobody else writes there until the commit. */
export async function lockReply(
  context: Context<"account">,
  replyId: string,
): Promise<{ reply: ReplyRow; thread: ThreadRow }> {
  const { threadId } = await visibleReply(context, replyId);
  const thread = await lockThread(context, threadId);
  return { reply: await visibleReply(context, replyId), thread };
}
