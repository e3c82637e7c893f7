import type { Prisma } from "@/lib/platform/db/generated/client";
import { addMinutes } from "@/lib/platform/kernel/dates";
import type { QueueView } from "./schema";

/** A ticket is breaching when it is overdue or will be within the hour. */
const SOON_MINUTES = 60;

/** The tickets of a view for one of staff. Each has an index that begins with its columns. */
export function viewFilter(
  view: QueueView,
  { personId, now }: { readonly personId: string; readonly now: Date },
): Prisma.TicketWhereInput {
  switch (view) {
    case "mine":
      return { assigneeId: personId, isClosed: false };
    case "unassigned":
      return { assigneeId: null, isClosed: false };
    case "breaching":
      return { isClosed: false, dueAt: { lte: addMinutes(now, SOON_MINUTES) } };
    case "open":
      return { isClosed: false };
    case "closed":
      return { isClosed: true };
  }
}

/** Soonest due first, then what waits longest; closed tickets by when they were closed, latest first. */
export const viewOrder = (view: QueueView): Prisma.TicketOrderByWithRelationInput[] =>
  view === "closed" ? [{ closedAt: "desc" }, { id: "desc" }] : [{ dueAt: "asc" }, { id: "asc" }];
