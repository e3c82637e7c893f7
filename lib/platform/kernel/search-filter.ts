import { searchWords } from "./search-text";

type Contains = { readonly contains: string };

/**
 * A Prisma filter for a search field: each word must occur somewhere in one of the columns that
 * `columns` names. These columns are in the form of `searchText`, maintained by the database. Prisma doesn't escape
 * LIKE wildcards, so without the escapes a search for "100%" or "a_b" would find other things.
 */
export function searchFilter<W>(typed: string, columns: (part: Contains, word: string) => W[]): { AND: { OR: W[] }[] } {
  return {
    AND: searchWords(typed).map((word) => ({
      OR: columns({ contains: escapeLike(word) }, word),
    })),
  };
}

/** A text escaped for LIKE. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
