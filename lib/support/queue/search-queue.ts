import type { Prisma } from "@/lib/platform/db/generated/client";
import { queryRows } from "@/lib/platform/db/query-rows";
import { join, type Sql, sql } from "@/lib/platform/db/sql";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";
import { ticketNumber } from "@/lib/platform/kernel/ticket-number";
import { accessibleSql } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { SearchedWord } from "@/lib/platform/operations/search-account";

/** Shorter words have no trigram: they are looked for in numbers and subjects alone. */
const SHORTEST = 3;

/**
 * The tickets of all accounts with every word in their number, subject, messages or names of files, as far as the viewer may see
 * them: the newest, as many as a list counts. Staff's policies hide no row, so rare words are found by each table's index
 * of trigrams. A word that more tickets have than a list counts is looked for from the newest ticket back, which soon
 * finds enough, or among those that have the rare ones.
 */
export async function queueSearch(context: Context, q: string): Promise<Prisma.TicketWhereInput> {
  const words = searchWords(q);
  if (words.length === 0) return { id: { in: [] } };
  const found = await Promise.all(words.map((word) => ticketsWith(context, word)));
  const common = words.filter((_, index) => found[index] === null);
  const [first, ...others] = found.filter((ids) => ids !== null).map((ids) => new Set(ids));
  const rare = first && [...first].filter((id) => others.every((ids) => ids.has(id)));
  const all = common.length === 0 ? (rare ?? []) : await newestWith(context, common, rare);
  // It pads the list, whose length would otherwise be a statement of its own.
  return new SearchedWord(q, () => all).rows("ticket") ?? {};
}

/** Null if there are more than a list counts, or the word has no trigram. */
async function ticketsWith(context: Context, word: string): Promise<string[] | null> {
  if (word.length < SHORTEST) return null;
  const pattern = patternOf(word);
  const seen = accessibleSql(context, "support.tickets.view", "t");
  const rows = await queryRows<{ id: string }>(
    context.db,
    sql`(select t."id" from "Ticket" t where t."subjectSearch" like ${pattern} and ${seen} limit ${COUNT_LIMIT}::int)
      union (select t."id" from "Ticket" t where t."number" = ${numberOf(word)}::int and ${seen})
      union (select t."id" from "TicketMessage" m join "Ticket" t on t."accountId" = m."accountId" and t."id" = m."ticketId"
        where m."bodySearch" like ${pattern} and ${seen} and ${readable(context)} limit ${COUNT_LIMIT}::int)
      union (select t."id" from "TicketAttachment" f join "TicketMessage" m on m."accountId" = f."accountId" and m."id" = f."messageId"
        join "Ticket" t on t."accountId" = m."accountId" and t."id" = m."ticketId"
        where f."nameSearch" like ${pattern} and ${seen} and ${readable(context)} limit ${COUNT_LIMIT}::int)`,
  );
  return rows.length < COUNT_LIMIT ? rows.map(({ id }) => id) : null;
}

/** The newest tickets with all of these words, among `ids` if there are any given. */
async function newestWith(
  context: Context,
  words: readonly string[],
  ids: readonly string[] | undefined,
): Promise<string[]> {
  const seen = accessibleSql(context, "support.tickets.view", "t");
  const among = ids === undefined ? sql`true` : sql`t."id" = any (${ids}::uuid[])`;
  const rows = await queryRows<{ id: string }>(
    context.db,
    sql`select t."id" from "Ticket" t where ${seen} and ${among} and ${join(
      words.map((word) => hasWord(context, word)),
      " and ",
    )} order by t."id" desc limit ${COUNT_LIMIT}::int`,
  );
  return rows.map(({ id }) => id);
}

function hasWord(context: Context, word: string): Sql {
  const pattern = patternOf(word);
  const byItself = sql`t."subjectSearch" like ${pattern} or t."number" = ${numberOf(word)}::int`;
  if (word.length < SHORTEST) return sql`(${byItself})`;
  // Without the offset the messages of all tickets would be read first, to be looked up in a hash.
  return sql`(${byItself} or exists (select from "TicketMessage" m where m."accountId" = t."accountId" and m."ticketId" = t."id"
    and m."bodySearch" like ${pattern} and ${readable(context)} offset 0)
    or exists (select from "TicketMessage" m join "TicketAttachment" f on f."accountId" = m."accountId" and f."messageId" = m."id"
      where m."accountId" = t."accountId" and m."ticketId" = t."id" and f."nameSearch" like ${pattern} and ${readable(context)} offset 0))`;
}

/** Notes and their files are found by those who may read them. */
const readable = (context: Context): Sql =>
  sql`(not m."internal" or ${accessibleSql(context, "support.tickets.note", "t")})`;

const patternOf = (word: string): string => `%${escapeLike(word)}%`;

/** No ticket has the number 0. */
const numberOf = (word: string): number => ticketNumber(word)[0]?.number ?? 0;
