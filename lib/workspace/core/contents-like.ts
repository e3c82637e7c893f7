import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { sql } from "@/lib/platform/db/sql";
import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";

/** More are not named but compared one by one: a list's order soon comes upon a page of them. */
const MOST_FOUND = 1_000;
const MOST_WORDS = 10;
/** Shorter ones stand in nearly every text. */
const SHORTEST = 3;

/** What is looked up by index: texts, titles and names. */
type Title =
  | `${"meeting" | "thread" | "action" | "link" | "decision"}-title`
  | `${"group" | "folder" | "document"}-name`;
type Kind = "document" | "post" | "item" | "decision" | Title;

type Contains = { readonly contains: string };
type Found = { id: { in: string[] } };

/** The words of a search that texts are searched for; null if one is too short for it. */
export function textWords(typed: string): string[] | null {
  const words = searchWords(typed).slice(0, MOST_WORDS);
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
): Promise<{ AND: (W | Found)[] }> {
  return { AND: await found(db, kind, words, compare) };
}

/** The same for titles and names. Words that the index doesn't help with are looked for in what the others have found. */
export async function titlesLike<W>(
  db: ScopedDb,
  kind: Title,
  typed: string,
  compare: (part: Contains) => W,
): Promise<{ AND: (W | Found)[] }> {
  const words = searchWords(typed).slice(0, MOST_WORDS);
  return { AND: await byTitle(db, kind, words, compare) };
}

async function byTitle<W>(db: ScopedDb, kind: Title, words: readonly string[], compare: (part: Contains) => W) {
  if (words.length === 0) return [];
  const indexed = words.filter(isIndexed);
  const asked = indexed.length > 0 ? indexed : words;
  const others = words.filter((word) => !asked.includes(word)).map((word) => compare(containing(word)));
  return [...(await found(db, kind, asked, compare)), ...others];
}

/** The same where a word may also be something else, such as a number. */
export async function titlesOrLike<W>(
  db: ScopedDb,
  kind: Title,
  typed: string,
  { compare, titled = (where) => where, also }: Alternatives<W>,
): Promise<{ AND: (W | Found | { OR: (W | { AND: (W | Found)[] })[] })[] }> {
  const words = searchWords(typed).slice(0, MOST_WORDS);
  const plain = words.filter((word) => also(word).length === 0);
  const oneOf = async (word: string) => {
    const parts = await byTitle(db, kind, [word], compare);
    return { OR: [{ AND: parts.map(titled) }, ...also(word)] };
  };
  const parts = await byTitle(db, kind, plain, compare);
  return {
    AND: [...parts.map(titled), ...(await Promise.all(words.filter((word) => !plain.includes(word)).map(oneOf)))],
  };
}

interface Alternatives<W> {
  readonly compare: (part: Contains) => W;
  /** Who may know the title. */
  readonly titled?: (where: W | Found) => W | Found;
  readonly also: (word: string) => W[];
}

/** The index has groups of three letters or digits. For a word without one it is read as a whole. */
const isIndexed = (word: string): boolean => /[\p{L}\p{N}]{3}/u.test(word);

const containing = (word: string): Contains => ({ contains: escapeLike(word) });

async function found<W>(db: ScopedDb, kind: Kind, words: readonly string[], compare: (part: Contains) => W) {
  const ids = await wordsFound(db, kind, words);
  return ids === null ? words.map((word) => compare(containing(word))) : [{ id: { in: ids } }];
}

/** The ids of those with every word; null if they are more than are named. */
export async function wordsFound(db: ScopedDb, kind: Kind, words: readonly string[]): Promise<string[] | null> {
  const rows = await queryRows<{ id: string }>(
    db,
    sql`select "id" from portcullis_words_found(${kind}, ${patternsOf(words)}::text[], ${MOST_FOUND + 1}::int)`,
  );
  return rows.length > MOST_FOUND ? null : rows.map(({ id }) => id);
}

/** For LIKE. */
export const patternsOf = (words: readonly string[]): string[] => words.map((word) => `%${escapeLike(word)}%`);
