import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { MergingTicket } from "./locked-tickets";

/** A merged thread is read in one list. */
const MOST_MERGED = 20;

/** Throws `refused`, or `conflict` where one of the two is part of another merge: a pointer points at no pointer. */
export async function checkMerge(context: Context, from: MergingTicket, into: MergingTicket): Promise<void> {
  await authorize(context, "support.tickets.assign", from);
  await authorize(context, "support.tickets.assign", into);
  if (from.id === into.id) throw new Problem("conflict", t("Enter the number of another ticket."));
  for (const { number, mergedIntoId } of [from, into]) {
    if (mergedIntoId !== null) {
      throw new Problem("conflict", t("Ticket #{number} has already been merged into another.", { number }));
    }
  }
  if (from._count.merged > 0) {
    throw new Problem(
      "conflict",
      t("Other tickets were merged into ticket #{number}. Merge into this one instead.", { number: from.number }),
    );
  }
  if (into._count.merged >= MOST_MERGED) {
    throw new Problem("conflict", t("At most {count} tickets can be merged into one.", { count: MOST_MERGED }));
  }
}

/** Whether the ticket that stays is closed, and what it takes in is not. */
export const reopens = (from: Pick<MergingTicket, "status">, into: Pick<MergingTicket, "status">): boolean =>
  into.status === "closed" && from.status !== "closed";
