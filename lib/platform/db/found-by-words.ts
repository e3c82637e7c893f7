import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { sql } from "./sql";

/** More are not named but compared one by one. */
const MOST_FOUND = 1_000;

/** What the database finds by index over all accounts: mail. */
type MailSource = "sent" | "received";

type FoundRows = { readonly search: { readonly contains: string } } | { readonly id: { readonly in: string[] } };

/**
 * A Prisma filter of rows that have every word in `search`. The ids are found by index and only narrow a query down: row-level
 * security and the permission's filter decide what is read of them. A word that many of the newest have is compared in the list's order.
 */
export const foundByWords = async (db: ScopedDb, source: MailSource, typed: string): Promise<{ AND: FoundRows[] }> => ({
  AND: await Promise.all(searchWords(typed).map((word) => foundByWord(db, source, word))),
});

async function foundByWord(db: ScopedDb, source: MailSource, word: string): Promise<FoundRows> {
  const part = escapeLike(word);
  const rows = await queryRows<{ id: string | null }>(
    db,
    sql`select "id" from portcullis_mails_with(${source}, ${word}, ${`%${part}%`}, ${MOST_FOUND + 1}::int)`,
  );
  const ids = rows.flatMap(({ id }) => id ?? []);
  const isNamed = ids.length === rows.length && ids.length <= MOST_FOUND;
  return isNamed ? { id: { in: ids } } : { search: { contains: part } };
}
