import { z } from "zod";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { MOST_COUNTED, unreadCount } from "./schema";
import { visibleNotifications } from "./visible-notifications";

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
  const where = { ...visibleNotifications(context, kinds), readAt: null };
  const rows = await context.db.notification.findMany({ where, select: { id: true }, take: MOST_COUNTED });
  return { unread: rows.length };
}

async function unreadKinds({ db, actor, account }: Context): Promise<string[]> {
  const here = account === null ? sql`true` : sql`n."accountId" = ${account.id}::uuid`;
  const rows = await queryRows<{ kind: string }>(
    db,
    sql`select distinct n."kind" from "Notification" n
      where ${here} and n."personId" = ${actor.personId}::uuid and n."readAt" is null order by 1`,
  );
  return rows.map(({ kind }) => kind);
}
