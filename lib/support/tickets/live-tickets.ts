import type { LiveKind } from "@/lib/platform/operations/live-kind";

/** Open pages are told of changes to the tickets that their reader sees, customers never of an internal note. */
export const liveTickets: LiveKind = {
  kind: "ticket",
  permission: "support.tickets.view",
  openly: ["support.tickets.assign"],
  rows: (db, ids, select) => db.ticket.findMany({ where: { id: { in: ids } }, select: { ...select, id: true } }),
};
