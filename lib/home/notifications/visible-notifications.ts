import { features } from "@/lib/features";
import { exportFinished } from "@/lib/home/exports/export-finished";
import type { Prisma } from "@/lib/platform/db/generated/client";
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

/** Kinds about the same record share its condition, which is then asked once. */
function sameCondition(among: readonly string[]) {
  const kinds = among.flatMap((name) => notificationKinds.get(name) ?? []);
  return [...Map.groupBy(kinds, ({ visible }) => visible)].map(([visible, group]) => ({
    visible,
    kinds: group.map(({ kind }) => kind),
  }));
}
