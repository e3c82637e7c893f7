import type { LiveKind } from "@/lib/platform/operations/live-kind";

export const liveLinks: LiveKind = {
  kind: "link",
  permission: "links.search",
  rows: (db, ids, select) => db.link.findMany({ where: { id: { in: ids } }, select: { ...select, id: true } }),
};
