import type { LiveKind } from "@/lib/platform/operations/live-kind";

/** Open pages are told of changes to the decisions that their reader may find. */
export const liveDecisions: LiveKind = {
  kind: "decision",
  permission: "decisions.search",
  rows: (db, ids, select) => db.decision.findMany({ where: { id: { in: ids } }, select: { ...select, id: true } }),
};
