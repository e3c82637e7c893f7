import type { LiveKind } from "@/lib/platform/operations/live-kind";
import { PRIVATE_GROUP, PRIVATE_THREAD, PUBLIC_GROUP, PUBLIC_THREAD } from "./group-target";

const groups = (kind: string, isPrivate: boolean): LiveKind => ({
  kind,
  permission: isPrivate ? "discussions.groups.view-private" : "discussions.groups.view-public",
  rows: (db, ids, select) =>
    db.discussionGroup.findMany({ where: { id: { in: ids }, isPrivate }, select: { ...select, id: true } }),
});

/** A thread is told of to those who see its group. */
const threads = (kind: string, isPrivate: boolean): LiveKind => ({
  kind,
  permission: isPrivate ? "discussions.groups.view-private" : "discussions.groups.view-public",
  rows: async (db, ids, select) => {
    const found = await db.discussionThread.findMany({
      where: { id: { in: ids }, group: { isPrivate } },
      select: { id: true, group: { select: { ...select, id: true } } },
    });
    return found.map(({ id, group }) => ({ ...group, id }));
  },
});

/** Open pages are told of changes in the groups that their reader sees at that moment. */
export const liveDiscussions: readonly LiveKind[] = [
  groups(PUBLIC_GROUP, false),
  groups(PRIVATE_GROUP, true),
  threads(PUBLIC_THREAD, false),
  threads(PRIVATE_THREAD, true),
];
