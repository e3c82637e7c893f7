import type { LiveKind } from "@/lib/platform/operations/live-kind";

/** Open pages are told of changes to the actions that their reader sees. */
export const liveActions: LiveKind = {
  kind: "action",
  permission: "actions.view",
  rows: (db, ids, select) => db.action.findMany({ where: { id: { in: ids } }, select: { ...select, id: true } }),
};
