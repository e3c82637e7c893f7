import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { visibleTicket } from "@/lib/support/tickets/ticket-record";

/**
 * Locks tickets of the account in one order, so that two who merge them the other way round don't wait for each other: a
 * merged one first, as a reply to it does, which then changes the one that stays.
 */
export async function lockTickets({ db, account }: Context<"account">, ids: readonly string[]): Promise<void> {
  await queryRows(
    db,
    sql`select "id" from "Ticket" where "accountId" = ${account.id}::uuid and "id" = any (${ids}::uuid[]) order by "mergedIntoId" is null, "id" for update`,
  );
}

/** The ticket with a number, on this account and visible to the viewer. Throws `not-found`. */
export async function ticketNumbered(context: Context, number: number): Promise<string> {
  const where = accessibleWhere(context, "support.tickets.view", { number });
  const found = await context.db.ticket.findFirst({ where, select: { id: true } });
  if (found === null) throw notFound(t("Ticket #{number} isn't one of this account.", { number }));
  return found.id;
}

/** A ticket and what it was merged into or took in. Throws `not-found`. */
export async function mergingTicket(context: Context, ticketId: string) {
  const ticket = await visibleTicket(context, ticketId);
  const merging = await context.db.ticket.findFirstOrThrow({
    where: { id: ticketId },
    select: {
      mergedIntoId: true,
      statusBeforeMerge: true,
      closedBeforeMergeAt: true,
      _count: { select: { merged: true } },
    },
  });
  return { ...ticket, ...merging };
}

export type MergingTicket = Awaited<ReturnType<typeof mergingTicket>>;
