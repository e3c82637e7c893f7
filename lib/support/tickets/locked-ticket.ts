import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Context } from "@/lib/platform/operations/operation";
import { type TicketRow, visibleTicket } from "./ticket-record";

/**
 * A ticket that the viewer may see, locked until the transaction ends: what is decided by its state or by its messages holds
 * until it is written. A merged one is locked with the one that stays, in the order of `lockTickets`. Before any lock of its
 * drafts. Throws `not-found`.
 */
export async function lockedTicket(context: Context<"account">, ticketId: string): Promise<TicketRow> {
  const { db, account } = context;
  await queryRows(
    db,
    sql`select "id" from "Ticket" where "accountId" = ${account.id}::uuid and ("id" = ${ticketId}::uuid or "id" =
      (select "mergedIntoId" from "Ticket" where "accountId" = ${account.id}::uuid and "id" = ${ticketId}::uuid))
      order by "mergedIntoId" is null, "id" for no key update`,
  );
  return visibleTicket(context, ticketId);
}
