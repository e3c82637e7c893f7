import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { MergingTicket } from "./locked-tickets";

/** Lets a closed ticket wait for whom the one merged into it does, and notes what is to be given back. It is locked. */
export async function reopenByMerge(
  { db, account, realNow }: Context<"account">,
  from: Pick<MergingTicket, "status">,
  into: Pick<MergingTicket, "id" | "closedAt">,
): Promise<void> {
  const where = { accountId: account.id, id: into.id };
  await db.ticket.updateMany({ where, data: { status: from.status, closedAt: null } });
  const reopened = await db.ticket.findFirstOrThrow({ where, select: { changes: true } });
  await db.ticket.updateMany({
    where,
    data: { reopenedByMerge: statusChanges(reopened), closedBeforeReopenAt: into.closedAt ?? realNow },
  });
}

/**
 * Closes a ticket again that was reopened by a merge, once nothing in it is newer: nobody has changed its status or written to it
 * since, and no other ticket with something newer is merged into it. It is locked, and the merge taken back. Returns whether it was closed.
 */
export async function closeAgain(context: Context<"account">, id: string): Promise<boolean> {
  const { db, account } = context;
  const { reopenedByMerge, closedBeforeReopenAt, ...ticket } = await db.ticket.findFirstOrThrow({
    where: { accountId: account.id, id },
    select: { reopenedByMerge: true, closedBeforeReopenAt: true, changes: true },
  });
  if (closedBeforeReopenAt === null || reopenedByMerge !== statusChanges(ticket)) return false;
  if (await hasNewer(context, id, closedBeforeReopenAt)) return false;
  const { count } = await db.ticket.updateMany({
    where: accessibleWhere(context, "support.tickets.assign", { id }),
    data: { status: "closed", closedAt: closedBeforeReopenAt, reopenedByMerge: null, closedBeforeReopenAt: null },
  });
  return count > 0;
}

async function hasNewer({ db, account }: Context<"account">, ticketId: string, since: Date): Promise<boolean> {
  const merged = await db.ticket.findMany({
    where: { accountId: account.id, mergedIntoId: ticketId },
    select: { id: true, statusBeforeMerge: true, closedAt: true },
  });
  // A ticket that was merged while it waited for somebody was closed by that.
  if (merged.some(({ statusBeforeMerge, closedAt }) => statusBeforeMerge !== "closed" && isAfter(closedAt, since)))
    return true;
  const newer = await db.ticketMessage.findFirst({
    where: {
      accountId: account.id,
      internal: false,
      OR: [{ id: ticketId, closedAt: since }, ...merged].map(({ id, closedAt }) => ({
        ticketId: id,
        createdAt: { gt: isAfter(closedAt, since) ? (closedAt ?? since) : since },
      })),
    },
    select: { id: true },
  });
  return newer !== null;
}

const isAfter = (one: Date | null, other: Date): boolean => one !== null && one > other;

/** How often a ticket's status has changed, as the database counts it. */
const statusChanges = ({ changes }: { readonly changes: unknown }): number =>
  (changes as Readonly<Record<string, number>>).status ?? 0;
