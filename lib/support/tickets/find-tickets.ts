import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import type { TicketStatus } from "./lifecycle";
import { ticketSearch } from "./search-tickets";

interface Found {
  readonly id: string;
  readonly number: number;
  readonly subject: string;
  readonly status: TicketStatus;
}

/** Tickets as their list finds them, newest activity first. */
export async function findTickets(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const search = await ticketSearch(context, q);
  const found = await queryRows<Found>(
    context.db,
    sql`${search.with} select t."id", t."number", t."subject", t."status" from ${search.from} where ${search.wanted}
      order by t."lastMessageAt" desc, t."id" desc limit ${MOST_OF_A_KIND}::int`,
  );
  return found.map(({ id, number: ticketNumber, subject, status }) => ({
    kind: t("Tickets"),
    title: subject,
    subtitle: t("#{number} · {status, select, open {open} answered {answered} other {closed}}", {
      number: ticketNumber,
      status,
    }),
    href: `/a/${context.account.id}/tickets/${id}`,
  }));
}
