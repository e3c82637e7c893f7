import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";
import { readInOrder } from "./plan-anew";
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
 * security and the permission's filter decide what is read of them. If many of the newest have all the words, the list is read in its order.
 */
export async function foundByWords(db: ScopedDb, source: MailSource, typed: string): Promise<{ AND: FoundRows[] }> {
  const found = await Promise.all(searchWords(typed).map((word) => foundByWord(db, source, word)));
  if (found.length > 0 && found.every((one) => one.isCommon)) readInOrder(db);
  return { AND: found.map(({ rows }) => rows) };
}

async function foundByWord(db: ScopedDb, source: MailSource, word: string) {
  const part = escapeLike(word);
  const found = await queryRows<{ id: string | null }>(
    db,
    sql`select "id" from portcullis_mails_with(${source}, ${word}, ${`%${part}%`}, ${MOST_FOUND + 1}::int)`,
  );
  const ids = found.flatMap(({ id }) => id ?? []);
  const isCommon = ids.length < found.length;
  const rows: FoundRows = isCommon || ids.length > MOST_FOUND ? { search: { contains: part } } : { id: { in: ids } };
  return { rows, isCommon };
}
