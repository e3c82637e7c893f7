import { features } from "@/lib/features";
import { exportFinished } from "@/lib/home/exports/export-finished";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { join, type Sql, sql } from "@/lib/platform/db/sql";
import type { Context } from "@/lib/platform/operations/operation";

export const notificationKinds = new Map(
  [...features.flatMap(({ notifications = [] }) => notifications), exportFinished].map((kind) => [kind.kind, kind]),
);

/**
 * The viewer's own, whose record they may still see: what is listed and what is counted are the same. With `among`,
 * only those kinds are asked about.
 */
export const visibleNotifications = (
  context: Context,
  among: readonly string[] = [...notificationKinds.keys()],
): Prisma.NotificationWhereInput => ({
  personId: context.actor.personId,
  ...(context.account !== null && { accountId: context.account.id }),
  OR: sameCondition(among).map(({ kinds, visible }) => ({ kind: { in: kinds }, ...visible(context) })),
});

/**
 * The same condition on a row `n`, for those kinds; null if one of them has it for Prisma alone. A kind that
 * is no longer known is seen by nobody.
 */
export function visibleSql(context: Context, among: readonly string[]): Sql | null {
  const kinds = among.flatMap((name) => notificationKinds.get(name) ?? []);
  const parts: Sql[] = [];
  for (const [condition, group] of Map.groupBy(kinds, ({ visibleSql }) => visibleSql)) {
    const seen = condition?.(context) ?? null;
    if (seen === null) return null;
    parts.push(sql`n."kind" = any(${group.map(({ kind }) => kind)}::text[]) and ${seen}`);
  }
  return parts.length === 0 ? sql`false` : sql`(${join(parts, " or ")})`;
}

/** Kinds about the same record share its condition, which is then asked once. */
function sameCondition(among: readonly string[]) {
  const kinds = among.flatMap((name) => notificationKinds.get(name) ?? []);
  return [...Map.groupBy(kinds, ({ visible }) => visible)].map(([visible, group]) => ({
    visible,
    kinds: group.map(({ kind }) => kind),
  }));
}
