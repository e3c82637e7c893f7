import type { ScopedDb } from "@/lib/platform/db/scoped-db";

interface Place {
  readonly id: string;
  readonly mergedIntoId: string | null;
}

/**
 * The tickets whose conversation a ticket is part of: the one that stays, which is the first, and those that were merged into it. Whoever
 * watches one of them is told what is written in any, and whoever works on the first answers all.
 */
export async function conversationOf(
  db: ScopedDb,
  accountId: string,
  { id, mergedIntoId }: Place,
): Promise<{ readonly ids: readonly string[]; readonly assigneeId: string | null }> {
  const stays = mergedIntoId ?? id;
  const tickets = await db.ticket.findMany({
    where: { accountId, OR: [{ id: stays }, { mergedIntoId: stays }] },
    select: { id: true, assigneeId: true },
    orderBy: { number: "asc" },
  });
  const first = tickets.find((one) => one.id === stays);
  return {
    ids: [stays, ...tickets.flatMap((one) => (one.id === stays ? [] : one.id))],
    assigneeId: first?.assigneeId ?? null,
  };
}
