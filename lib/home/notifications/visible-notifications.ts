import { features } from "@/lib/features";
import { exportFinished } from "@/lib/home/exports/export-finished";
import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";

export const notificationKinds = new Map(
  [...features.flatMap(({ notifications = [] }) => notifications), exportFinished].map((kind) => [kind.kind, kind]),
);

/** The viewer's own, whose record they may still see: what is listed and what is counted are the same. */
export const visibleNotifications = (context: Context): Prisma.NotificationWhereInput => ({
  personId: context.actor.personId,
  ...(context.account !== null && { accountId: context.account.id }),
  OR: [...notificationKinds.values()].map(({ kind, visible }) => ({ kind, ...visible(context) })),
});
