import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";

/** More are not named but compared one by one. */
const MOST_FOUND = 1_000;
/** Shorter ones have no trigram, and stand in nearly every text. */
const SHORTEST = 3;

/** What is looked up by index: texts, and titles. */
type Kind = "document" | "post" | "item" | "decision" | `${"meeting" | "thread" | "action" | "link"}-title`;

type Contains = { readonly contains: string };

/** The words of a search that texts are searched for; null if one is too short for it. */
export function textWords(typed: string): string[] | null {
  const words = searchWords(typed).slice(0, 10);
  return words.length > 0 && words.every(({ length }) => length >= SHORTEST) ? words : null;
}

/**
 * A filter by what is written: every word must stand in the text. What is found by index only narrows down what the viewer may
 * see; beyond a thousand, `compare` filters by the column itself.
 */
export async function contentsLike<W>(
  db: ScopedDb,
  kind: Kind,
  words: readonly string[],
  compare: (part: Contains) => W,
): Promise<{ AND: (W | { id: { in: string[] } })[] }> {
  return { AND: await Promise.all(words.map((word) => wordLike(db, kind, word, compare))) };
}

/**
 * The same for titles, in which short words are searched for as well: those are compared one by one. `also` finds by something
 * else, such as a number.
 */
export async function titlesLike<W>(
  db: ScopedDb,
  kind: Extract<Kind, `${string}-title`>,
  typed: string,
  compare: (part: Contains) => W,
  also: (word: string) => W[] = () => [],
): Promise<{ AND: { OR: (W | { id: { in: string[] } })[] }[] }> {
  const words = searchWords(typed);
  const found = words.map(async (word) => ({ OR: [await wordLike(db, kind, word, compare), ...also(word)] }));
  return { AND: await Promise.all(found) };
}

async function wordLike<W>(db: ScopedDb, kind: Kind, word: string, compare: (part: Contains) => W) {
  const part = escapeLike(word);
  if (word.length < SHORTEST) return compare({ contains: part });
  const found = await queryRows<{ id: string }>(
    db,
    sql`select "id" from portcullis_contents_found(${kind}, ${`%${part}%`}, ${MOST_FOUND + 1}::int)`,
  );
  return found.length > MOST_FOUND ? compare({ contains: part }) : { id: { in: found.map(({ id }) => id) } };
}
