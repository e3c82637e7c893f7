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
  const ids = joined.map(({ id }) => id);
  const [counts, unread] = await Promise.all([unreadThreads(context), newestUnread(context, ids)]);
  return {
    unreadCount: ids.reduce((sum, id) => sum + (counts.get(id) ?? 0), 0),
    unread: unread.map((thread) => ({ ...thread, lastReplyAt: iso(thread.lastReplyAt) })),
    invited,
  };
}

async function newestUnread({ db, account, actor }: Context<"account">, groupIds: readonly string[]) {
  if (groupIds.length === 0 || actor.contactId === null) return [];
  return queryRows<{ id: string; title: string; groupName: string; lastReplyAt: Date }>(
    db,
    sql`select t."id", t."title", g."name" as "groupName", t."lastReplyAt" from "DiscussionThread" t
      join "DiscussionGroup" g on g."accountId" = t."accountId" and g."id" = t."groupId"
      join "DiscussionMember" m on m."accountId" = t."accountId" and m."groupId" = t."groupId"
        and m."contactId" = ${actor.contactId}::uuid and m."joinedAt" is not null
      left join "DiscussionReading" r on r."accountId" = t."accountId" and r."threadId" = t."id" and r."contactId" = m."contactId"
      where t."accountId" = ${account.id}::uuid and t."groupId" = any (${[...groupIds]}::uuid[])
        and t."lastReplyAt" > m."joinedAt" and t."lastNumber" > coalesce(r."readNumber", 0)
      order by t."lastReplyAt" desc, t."id" desc limit 3`,
  );
}

const MOST_GROUPS = 500;
