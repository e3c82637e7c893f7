import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { type Sql, sql } from "./sql";

/** More are not named but compared one by one. */
const MOST_FOUND = 1_000;

/** What the database finds by index over all accounts: a function of its own for each. */
const finders = {
  mail: (pattern, most) => sql`select "id" from portcullis_mail_found(${pattern}, ${most}::int)`,
  inboundMail: (pattern, most) => sql`select "id" from portcullis_inbound_mail_found(${pattern}, ${most}::int)`,
} satisfies Record<string, (pattern: string, most: number) => Sql>;

type FoundRows = { readonly search: { readonly contains: string } } | { readonly id: { readonly in: string[] } };

/**
 * A Prisma filter of rows that have every word in `search`. The ids are found by index and only narrow a query down: row-level
 * security and the permission's filter decide what is read of them.
 */
export const foundByWords = async (
  db: ScopedDb,
  source: keyof typeof finders,
  typed: string,
): Promise<{ AND: FoundRows[] }> => ({
  AND: await Promise.all(searchWords(typed).map((word) => foundByWord(db, source, escapeLike(word)))),
});

async function foundByWord(db: ScopedDb, source: keyof typeof finders, part: string): Promise<FoundRows> {
  const found = await queryRows<{ id: string }>(db, finders[source](`%${part}%`, MOST_FOUND + 1));
  return found.length > MOST_FOUND ? { search: { contains: part } } : { id: { in: found.map(({ id }) => id) } };
}
