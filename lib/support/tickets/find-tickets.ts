import { ticketNumber } from "@/lib/platform/kernel/ticket-number";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { searchAccount } from "@/lib/platform/operations/search-account";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";

/** Tickets by subject or number, newest activity first. */
export async function findTickets(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const found = await context.db.ticket.findMany({
    where: accessibleWhere(
      context,
      "support.tickets.view",
      await searchAccount(context.db, q, ["ticket"], (word) => [
        word.rows("ticket") ?? { subjectSearch: word.part },
        ...ticketNumber(word.text),
      ]),
    ),
    select: { id: true, number: true, subject: true, status: true },
    orderBy: [{ lastMessageAt: "desc" }, { id: "desc" }],
    take: MOST_OF_A_KIND,
  });
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
