import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";

/** More than are looked up one by one faster than a list's order finds a page of them. */
const MOST_FOUND = 1_000;

type NameFilter = { AND: ({ id: { in: string[] } } | { nameSearch: { contains: string } })[] };

/** The index has groups of three letters or digits. For a word without one it is read as a whole. */
const isIndexed = (word: string): boolean => /[\p{L}\p{N}]{3}/u.test(word);

/**
 * A filter by name: every word must be in it. What is found by index only narrows down what the viewer may see. Words that the
 * index doesn't help with are looked for in what the others have found.
 */
export async function namesLike(db: ScopedDb, kind: "folder" | "document", typed: string): Promise<NameFilter> {
  const words = searchWords(typed).slice(0, 10);
  const indexed = words.filter(isIndexed);
  const asked = indexed.length > 0 ? indexed : words;
  const found = await Promise.all(asked.map((word) => oneWord(db, kind, escapeLike(word))));
  const others = words.filter((word) => !asked.includes(word));
  return { AND: [...found, ...others.map((word) => ({ nameSearch: { contains: escapeLike(word) } }))] };
}

async function oneWord(db: ScopedDb, kind: string, word: string): Promise<NameFilter["AND"][number]> {
  const found = await queryRows<{ id: string }>(
    db,
    sql`select "id" from portcullis_documents_found(${kind}, ${`%${word}%`}, ${MOST_FOUND + 1}::int)`,
  );
  return found.length > MOST_FOUND ? { nameSearch: { contains: word } } : { id: { in: found.map(({ id }) => id) } };
}
