import { z } from "zod";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";
import { unreadThreads } from "./unread-threads";
import { visibleGroups } from "./visible-groups";

const schema = z.object({
  /** Threads of the groups one has joined with posts one hasn't read. */
  unreadCount: z.int(),
  unread: z.array(z.object({ id, title: z.string(), groupName: z.string(), lastReplyAt: isoDateTime })).max(3),
  /** Groups one is invited to and hasn't joined. */
  invited: z.array(z.object({ id, name: z.string() })).max(3),
});

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    discussions: z.infer<typeof schema>;
  }
}

export const discussionsPart = defineDashboardPart({
  name: "discussions",
  permission: "discussions.groups.view-public",
  schema,
  load: discussionsWaiting,
});

/** What one has to read, and where one is invited to. */
async function discussionsWaiting(context: Context<"account">): Promise<z.input<typeof schema>> {
  const { db, actor } = context;
  const visible = visibleGroups(context);
  const own = { contactId: actor.contactId ?? "" };
  const [joined, invited] = await Promise.all([
    db.discussionGroup.findMany({
      where: { AND: [visible, { invitations: { some: { ...own, joinedAt: { not: null } } } }] },
      select: { id: true },
      orderBy: { id: "asc" },
      take: MOST_GROUPS,
    }),
    db.discussionGroup.findMany({
      where: { AND: [visible, { invitations: { some: { ...own, joinedAt: null } } }] },
      select: { id: true, name: true },
      orderBy: [{ nameSearch: "asc" }, { id: "asc" }],
      take: 3,
    }),
  ]);
  const unread = await newestUnread(
    context,
    joined.map(({ id }) => id),
  );
  return {
    unreadCount: unread[0]?.all ?? 0,
    unread: unread.map(({ all: _, ...thread }) => ({ ...thread, lastReplyAt: iso(thread.lastReplyAt) })),
    invited,
  };
}

/** The newest of them, each with how many there are. */
async function newestUnread({ db, account, actor }: Context<"account">, groupIds: readonly string[]) {
  if (groupIds.length === 0 || actor.contactId === null) return [];
  return queryRows<{ id: string; title: string; groupName: string; lastReplyAt: Date; all: number }>(
    db,
    sql`select u."id", u."title", g."name" as "groupName", u."lastReplyAt", (count(*) over ())::int as "all"
      from "DiscussionMember" own
      join "DiscussionGroup" g on g."accountId" = own."accountId" and g."id" = own."groupId"
      cross join lateral ${unreadThreads} u
      where own."accountId" = ${account.id}::uuid and own."groupId" = any (${[...groupIds]}::uuid[])
        and own."contactId" = ${actor.contactId}::uuid
      order by u."lastReplyAt" desc, u."id" desc limit 3`,
  );
}

const MOST_GROUPS = 500;
