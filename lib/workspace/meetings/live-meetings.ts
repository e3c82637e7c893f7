import type { LiveKind } from "@/lib/platform/operations/live-kind";

/** Open pages are told of changes to the meetings that their reader sees. */
export const liveMeetings: LiveKind = {
  kind: "meeting",
  permission: "meetings.view",
  rows: (db, ids, select) => db.meeting.findMany({ where: { id: { in: ids } }, select: { ...select, id: true } }),
};
