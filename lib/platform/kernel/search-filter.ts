import { searchWords } from "./search-text";

type Contains = { readonly contains: string };

/**
 * A Prisma filter for what somebody typed into a search field: each word of it anywhere in one of the columns that
 * `columns` names. They are columns in the form of `searchText`, which the database keeps beside the text. Prisma hands
 * the wildcards of LIKE through, so a search for "100%" or "a_b" would find other things without the escapes.
 */
export function searchFilter<W>(typed: string, columns: (part: Contains, word: string) => W[]): { AND: { OR: W[] }[] } {
  return {
    AND: searchWords(typed).map((word) => ({
      OR: columns({ contains: escapeLike(word) }, word),
    })),
  };
}

/** A text as LIKE takes it word for word. */
export const escapeLike = (text: string): string => text.replace(/[\\%_]/g, "\\$&");
