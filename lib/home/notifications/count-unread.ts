import { z } from "zod";
import { plannedAnew } from "@/lib/platform/db/plan-anew";
import { queryRows } from "@/lib/platform/db/query-rows";
import { raw, type Sql, sql } from "@/lib/platform/db/sql";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { MOST_COUNTED, unreadCount } from "./schema";
import { visibleNotifications, visibleSql } from "./visible-notifications";

/** How many unread notifications the viewer has on this account. */
export const countUnread = defineQuery({
  name: "notifications.count-unread",
  permission: "profile.manage",
  scope: "account",
  summary: "Count your unread notifications on the account",
  activity: "count notifications",
  input: z.object({}),
  output: unreadCount,
  http: { method: "GET", path: "/accounts/{accountId}/notifications/unread" },
  run: unreadOf,
});

/** The same for a member of the team, on all accounts. */
export const countUnreadForStaff = defineQuery({
  name: "notifications.count-unread-for-staff",
  permission: "staff.accounts.find",
  scope: "staff",
  summary: "Count your unread notifications on all accounts",
  activity: "count notifications",
  input: z.object({}),
  output: unreadCount,
  http: { method: "GET", path: "/staff/notifications/unread" },
  run: unreadOf,
});

/**
 * Every page asks this, and most people have nothing unread, or only of a kind or two: first the kinds, by one short
 * statement, and then only their conditions. All of them together are a statement that takes PostgreSQL longer to plan
 * than all the rest of a page.
 */
async function unreadOf(context: Context): Promise<z.input<typeof unreadCount>> {
  const kinds = await unreadKinds(context);
  if (kinds.length === 0) return { unread: 0 };
  const condition = visibleSql(context, kinds);
  if (condition !== null) return countBySql(context, condition);
  const where = { ...visibleNotifications(context, kinds), readAt: null };
  const first = context.db.notification.findMany({
    where,
    select: { id: true },
    orderBy: { createdAt: "desc" },
    take: MOST_COUNTED,
  });
  const rows = await plannedAnew(context.db, () => first);
  return { unread: rows.length };
}

async function unreadKinds(context: Context): Promise<string[]> {
  const rows = await queryRows<{ kind: string }>(
    context.db,
    sql`select distinct n."kind" from "Notification" n where ${unread(context)} order by 1`,
  );
  return rows.map(({ kind }) => kind);
}

/** Prisma's price shows in what every page asks. */
async function countBySql(context: Context, condition: Sql): Promise<z.input<typeof unreadCount>> {
  const [row] = await queryRows<{ unread: number }>(
    context.db,
    sql`select count(*)::int as "unread" from (select from "Notification" n
      where ${unread(context)} and ${condition} limit ${raw(String(MOST_COUNTED))}) c`,
    { last: true },
  );
  return { unread: row?.unread ?? 0 };
}

const unread = ({ actor, account }: Context): Sql => {
  const own = sql`n."personId" = ${actor.personId}::uuid and n."readAt" is null`;
  return account === null ? own : sql`n."accountId" = ${account.id}::uuid and ${own}`;
};
