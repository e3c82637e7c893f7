import { type FoundSource, foundByPattern } from "@/lib/platform/db/found-by-pattern";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { escapeLike } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";

/** A word that is searched for within an account. */
export class SearchedWord {
  readonly text: string;
  readonly #found: (source: FoundSource) => readonly string[] | null;

  constructor(text: string, found: (source: FoundSource) => readonly string[] | null) {
    this.text = text;
    this.#found = found;
  }

  /** For Prisma, on a column in the form of `searchText`. */
  get part(): { readonly contains: string } {
    return { contains: escapeLike(this.text) };
  }

  get pattern(): string {
    return patternOf(this.text);
  }

  /** A filter by the rows of that source with this word, or null if there are too many of them to name. */
  rows(source: FoundSource): { readonly id: { readonly in: string[] } } | null {
    const ids = this.#found(source);
    return ids === null ? null : { id: { in: padded(ids) } };
  }

  ids(source: FoundSource): readonly string[] | null {
    return this.#found(source);
  }
}

/** The words of a search, looked up in those sources in one statement. */
export async function searchedWords(db: ScopedDb, typed: string, sources: readonly FoundSource[]) {
  const words = searchWords(typed);
  const found = await foundByPattern(db, sources, words.map(patternOf));
  return words.map((word) => new SearchedWord(word, (source) => found(source, patternOf(word))));
}

/** Like `searchFilter`, for the columns of an account that the database finds by index. */
export async function searchAccount<W>(
  db: ScopedDb,
  typed: string,
  sources: readonly FoundSource[],
  columns: (word: SearchedWord) => W[],
): Promise<{ AND: { OR: W[] }[] }> {
  const words = await searchedWords(db, typed, sources);
  return { AND: words.map((word) => ({ OR: columns(word) })) };
}

const patternOf = (word: string): string => `%${escapeLike(word)}%`;

/** To a power of two, by repeating the last: each length is a statement of its own to Prisma. */
function padded(ids: readonly string[]): string[] {
  const last = ids.at(-1);
  if (last === undefined) return [];
  const length = 2 ** Math.ceil(Math.log2(ids.length));
  return [...ids, ...Array<string>(length - ids.length).fill(last)];
}
