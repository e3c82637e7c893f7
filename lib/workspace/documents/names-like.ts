import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";

/** More than are looked up one by one faster than a list's order comes upon a page of them. */
const MOST_FOUND = 1_000;

type NameFilter = { AND: ({ id: { in: string[] } } | { nameSearch: { contains: string } })[] };

/** A filter by name: every word must be in it. What is found by index only narrows down what the viewer may see. */
export async function namesLike(db: ScopedDb, kind: "folder" | "document", typed: string): Promise<NameFilter> {
  const words = searchWords(typed).slice(0, 10);
  return { AND: await Promise.all(words.map((word) => oneWord(db, kind, escapeLike(word)))) };
}

async function oneWord(db: ScopedDb, kind: string, word: string): Promise<NameFilter["AND"][number]> {
  const found = await queryRows<{ id: string }>(
    db,
    sql`select "id" from portcullis_documents_found(${kind}, ${`%${word}%`}, ${MOST_FOUND + 1}::int)`,
  );
  return found.length > MOST_FOUND ? { nameSearch: { contains: word } } : { id: { in: found.map(({ id }) => id) } };
}
