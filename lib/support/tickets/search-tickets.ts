import { planAnew } from "@/lib/platform/db/plan-anew";
import { queryRows } from "@/lib/platform/db/query-rows";
import { join, type Sql, sql } from "@/lib/platform/db/sql";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";
import { ticketNumber } from "@/lib/platform/kernel/ticket-number";
import { accessibleSql } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

const MOST_WORDS = 10;
/** Shorter words have no trigram: they are looked for in numbers and subjects alone. */
const SHORTEST = 3;
/** How many of the newest tickets tell which words are common. */
const SAMPLE = 100;
/** How many of these have a common word. What an index finds is a part of all there are: of an account far less than of all. */
const COMMON = { account: 15, all: 5 };
/** A search for common words alone is counted to fifty: each ticket counted is one that was read with its messages. */
const COUNT_OF_COMMON = 51;

/** A search of tickets in parts of a statement, in which the tickets are `t`. */
export interface TicketSearch {
  readonly with: Sql;
  readonly from: Sql;
  /** The id of the ticket, by which the newest are read first without reading the others. */
  readonly id: Sql;
  /** What the viewer may see of them and every word is in. */
  readonly wanted: Sql;
  /** For the count: one more than is told. */
  readonly countLimit: number;
}

interface ShownPage {
  readonly page: number;
  readonly pageSize: number;
  readonly items: readonly unknown[];
}

/** The count as a page says it: no fewer than it shows. */
export const countedTo = (counted: number, { countLimit }: TicketSearch, { page, pageSize, items }: ShownPage) =>
  counted < countLimit
    ? { total: counted, totalIsExact: true }
    : { total: Math.max(countLimit - 1, (page - 1) * pageSize + items.length), totalIsExact: false };

/** All that the viewer may see. */
export const allTickets = (context: Context): TicketSearch => ({
  with: sql``,
  from: sql`"Ticket" t`,
  id: sql`t."id"`,
  wanted: accessibleSql(context, "support.tickets.view", "t"),
  countLimit: COUNT_LIMIT,
});

/**
 * The tickets with every word in their number, subject, messages or names of files, as far as the viewer may see them: of an
 * account, or of all. Words that many of the newest tickets have are looked for from the list's first ticket on, which soon finds
 * a page; others are looked up by index. Decision 0177.
 */
export async function ticketSearch(context: Context, q: string): Promise<TicketSearch> {
  planAnew(context.db);
  const all = allTickets(context);
  const words = searchWords(q).slice(0, MOST_WORDS);
  // Accents or invisible marks alone are nothing to search for.
  if (words.length === 0) return { ...all, wanted: sql`false` };
  const { sampled, having } = await sampleOf(context, words);
  const least = COMMON[context.account === null ? "all" : "account"];
  const isCommon = (_: string, index: number) => sampled < SAMPLE || (having[index] ?? 0) >= least;
  const common = words.filter(isCommon).map((word) => hasWord(context, word));
  const rare = words.filter((word, index) => !isCommon(word, index));
  if (rare.length === 0) {
    const countLimit = sampled < SAMPLE ? COUNT_LIMIT : COUNT_OF_COMMON;
    return { ...all, wanted: join([all.wanted, ...common], " and "), countLimit };
  }
  return {
    ...all,
    with: sql`with found as materialized (select "id", bool_or("internal") as "internal"
      from (${join(
        rare.map((word) => lookedUp(context, word)),
        " union all ",
      )}) w group by "id" having count(*) = ${rare.length}::int)`,
    // Without the offset, all tickets could be read in the list's order to be compared with the few that were found.
    from: sql`found cross join lateral (select * from "Ticket" where "Ticket"."id" = found."id" offset 0) t`,
    id: sql`found."id"`,
    wanted: join([all.wanted, sql`(not found."internal" or ${mayReadNotes(context)})`, ...common], " and "),
  };
}

/** How many of the newest tickets there are, up to a hundred, and for each word how many of these have it. */
async function sampleOf(context: Context, words: readonly string[]) {
  const { from, wanted } = allTickets(context);
  const newest = context.account === null ? sql`t."id"` : sql`t."lastMessageAt"`;
  const [row] = await queryRows<{ sampled: number; having: number[] }>(
    context.db,
    sql`select count(*)::int as "sampled", array[${join(
      words.map((word) => sql`count(*) filter (where ${hasWord(context, word)})`),
    )}]::int[] as "having" from (select t.* from ${from} where ${wanted} order by ${newest} desc limit ${SAMPLE}::int) t`,
  );
  return row ?? { sampled: 0, having: [] };
}

const lookedUp = ({ account }: Context, word: string): Sql =>
  account === null
    ? sql`select * from portcullis_all_tickets_with(${word}, ${patternOf(word)}, ${numberOf(word)}::int)`
    : sql`select * from portcullis_account_tickets_with(${word}, ${patternOf(word)}, ${numberOf(word)}::int)`;

function hasWord(context: Context, word: string): Sql {
  const pattern = patternOf(word);
  const byItself = sql`t."subjectSearch" like ${pattern} or t."number" = ${numberOf(word)}::int`;
  if (word.length < SHORTEST) return sql`(${byItself})`;
  const readable = sql`(not m."internal" or ${mayReadNotes(context)})`;
  // Without the offset the messages of all tickets would be read first, to be looked up in a hash.
  return sql`(${byItself} or exists (select from "TicketMessage" m where m."accountId" = t."accountId" and m."ticketId" = t."id"
    and m."bodySearch" like ${pattern} and ${readable} offset 0)
    or exists (select from "TicketMessage" m join "TicketAttachment" f on f."accountId" = m."accountId" and f."messageId" = m."id"
      where m."accountId" = t."accountId" and m."ticketId" = t."id" and f."nameSearch" like ${pattern} and ${readable} offset 0))`;
}

/** Notes and their files are found by those who may read them. */
const mayReadNotes = (context: Context): Sql => accessibleSql(context, "support.tickets.note", "t");

const patternOf = (word: string): string => `%${escapeLike(word)}%`;

/** No ticket has the number 0. */
const numberOf = (word: string): number => ticketNumber(word)[0]?.number ?? 0;
