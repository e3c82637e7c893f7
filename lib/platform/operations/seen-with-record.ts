import { raw, type Sql, sql } from "@/lib/platform/db/sql";
import type { RecordPermission } from "@/lib/policy/needs";
import { accessibleSqlOrNull, accessibleWhere } from "./authorize";
import type { NotificationKind, Seeing } from "./notification-kind";

/** The table of the record, by its relation in Prisma's model of a notification. */
const tables = {
  action: sql`"Action"`,
  decision: sql`"Decision"`,
  invoice: sql`"Invoice"`,
  meeting: sql`"Meeting"`,
  ticket: sql`"Ticket"`,
} as const;

/** Notifications that are seen by whoever may see their record: as a filter of Prisma's, and for one statement of SQL. */
export const seenWithRecord = (
  relation: keyof typeof tables,
  permission: RecordPermission,
): Required<Pick<NotificationKind, "visible" | "visibleSql">> => ({
  visible: (context) => ({ [relation]: { is: accessibleWhere(context, permission) } }),
  visibleSql: (context) => {
    const accessible = accessibleSqlOrNull(context, permission, "r");
    if (accessible === null) return null;
    return sql`exists (select 1 from ${tables[relation]} r
      where r."accountId" = n."accountId" and r."id" = ${raw(`n."${relation}Id"`)} and ${accessible})`;
  },
});

/** Notifications without a condition on their record: all or none, by what the viewer may do on the account. */
export const seenIf = (
  allowed: (context: Seeing) => boolean,
): Required<Pick<NotificationKind, "visible" | "visibleSql">> => ({
  visible: (context) => (allowed(context) ? {} : { id: { in: [] } }),
  visibleSql: (context): Sql => (allowed(context) ? sql`true` : sql`false`),
});
