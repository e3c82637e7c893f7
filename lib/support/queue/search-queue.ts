import type { Prisma } from "@/lib/platform/db/generated/client";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";
import { ticketNumber } from "@/lib/platform/kernel/ticket-number";
import { accessibleSql, accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { SearchedWord } from "@/lib/platform/operations/search-account";

/** Shorter words have no trigram, and are in so many texts that the list's order soon comes upon a page of them. */
const SHORTEST = 3;

/**
 * The tickets of all accounts with every word in their number, subject or messages, as far as the viewer may see
 * them. Staff's policies hide no row, so each table is searched by its own index of trigrams. A word that is in more
 * tickets than a list counts is compared row by row in the list's order.
 */
export async function queueSearch(context: Context, q: string): Promise<Prisma.TicketWhereInput> {
  const words = searchWords(q);
  const found = await Promise.all(words.map((word) => ticketsWith(context, word)));
  return { AND: words.map((word, index) => filterOf(context, new SearchedWord(word, () => found[index] ?? null))) };
}

async function ticketsWith(context: Context, word: string): Promise<string[] | null> {
  if (word.length < SHORTEST) return null;
  const pattern = `%${escapeLike(word)}%`;
  const seen = accessibleSql(context, "support.tickets.view", "t");
  const noted = accessibleSql(context, "support.tickets.note", "t");
  const rows = await queryRows<{ id: string }>(
    context.db,
    sql`(select t."id" from "Ticket" t where t."subjectSearch" like ${pattern} and ${seen} limit ${COUNT_LIMIT})
      union (select t."id" from "TicketMessage" m join "Ticket" t on t."accountId" = m."accountId" and t."id" = m."ticketId"
        where m."bodySearch" like ${pattern} and ${seen} and (not m."internal" or ${noted}) limit ${COUNT_LIMIT})`,
  );
  return rows.length < COUNT_LIMIT ? rows.map(({ id }) => id) : null;
}

function filterOf(context: Context, word: SearchedWord): Prisma.TicketWhereInput {
  const { part } = word;
  const named = word.rows("ticket");
  const byText: Prisma.TicketWhereInput[] =
    named === null
      ? [
          { subjectSearch: part },
          { messages: { some: { internal: false, bodySearch: part } } },
          accessibleWhere(context, "support.tickets.note", {
            messages: { some: { internal: true, bodySearch: part } },
          }),
        ]
      : [named];
  return { OR: [...byText, ...ticketNumber(word.text)] };
}
