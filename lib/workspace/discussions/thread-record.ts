import type { Prisma } from "@/lib/platform/db/generated/client";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { groupColumns } from "./group-record";
import { holdGroup } from "./lock-group";
import { visibleGroups } from "./visible-groups";

export const threadColumns = {
  id: true,
  title: true,
  groupId: true,
  startedByName: true,
  pinned: true,
  closedAt: true,
  closedByName: true,
  lastNumber: true,
  lastReplyAt: true,
  createdAt: true,
} as const satisfies Prisma.DiscussionThreadSelect;

const withGroup = (context: Context) =>
  ({ ...threadColumns, group: { select: groupColumns(context) } }) satisfies Prisma.DiscussionThreadSelect;

export type ThreadRow = Prisma.DiscussionThreadGetPayload<{ select: ReturnType<typeof withGroup> }>;

/** A thread of a group that the viewer may see. Throws `not-found` for all others. */
export async function visibleThread(context: Context, threadId: string): Promise<ThreadRow> {
  const where = { id: threadId, group: { is: visibleGroups(context) } };
  const thread = await context.db.discussionThread.findFirst({ where, select: withGroup(context) });
  if (thread === null) throw notFound(t("Thread not found."));
  return thread;
}

/** The same without reading it, for lists: asked next to them, in one statement. */
export async function requireThread(context: Context, threadId: string): Promise<void> {
  const where = { id: threadId, group: { is: visibleGroups(context) } };
  const thread = await context.db.discussionThread.findFirst({ where, select: { id: true } });
  if (thread === null) throw notFound(t("Thread not found."));
}

/**
 * The same for those who write in it: nobody removes people from its group, deletes it or writes in the thread until the commit.
 * Access is decided once both locks are held.
 */
export async function lockThread(context: Context<"account">, threadId: string): Promise<ThreadRow> {
  const { groupId } = await visibleThread(context, threadId);
  await holdGroup(context, groupId);
  await queryRows(
    context.db,
    sql`select "id" from "DiscussionThread" where "accountId" = ${context.account.id}::uuid and "id" = ${threadId}::uuid for update`,
  );
  return visibleThread(context, threadId);
}
