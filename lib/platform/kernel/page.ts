import { z } from "zod";

/** Input of every list: a page number from 1. */
export const pageInput = { page: z.int().min(1).max(10_000).default(1) };

/** Input of a list that can be large: a page number, or the cursor of an earlier page. */
export const cursorInput = {
  ...pageInput,
  cursor: z
    .string()
    .max(8_000)
    .optional()
    .describe("`next` or `previous` of an earlier page with the same order and filters; `page` is then ignored"),
};

export const PAGE_SIZE = 25;

/** Of a list whose rows hold forms, which are ten times as large as a plain row. */
export const FORMS_PAGE_SIZE = 10;

/** Counting stops here: the total of a long list would take longer than its page. */
const MOST_COUNTED = 1_000;

/** The slice of a page, for Prisma, and one row more that tells whether there is a next one. */
export const pageSlice = (page: number, size = PAGE_SIZE): { skip: number; take: number } => ({
  skip: (page - 1) * size,
  take: size + 1,
});

/** For a list's count in SQL: one more than is told. */
export const COUNT_LIMIT = MOST_COUNTED + 1;

/**
 * The same for Prisma, which orders a limited count by id unless it is told otherwise: `orderBy` names a column by which
 * an index can be followed until enough is found.
 */
export const countedBy = <Order>(orderBy: Order) => ({ orderBy, take: COUNT_LIMIT });

/** Output of every list: its items, the total count as far as it is counted, and the position of this page. */
export const pageOf = <T extends z.ZodType>(item: T) =>
  z.object({
    items: z.array(item),
    total: z.int().describe(`At most ${MOST_COUNTED}`),
    totalIsExact: z.boolean().describe("False if there are more than `total`"),
    page: z.int(),
    pageSize: z.int(),
    hasNext: z.boolean().describe("There is a next page"),
  });

/** Output of a list that can be large: any page of it takes as long as the first one. */
export const cursorPageOf = <T extends z.ZodType>(item: T) =>
  pageOf(item).extend({
    next: z.string().nullable().describe("`cursor` of the next page; null on the last"),
    previous: z.string().nullable().describe("`cursor` of the previous page; null on the first"),
  });

/** A list's output from its two queries, limited by `pageSlice` and `countedBy`. */
export const pageResult = <T>(found: T[], counted: number, page: number, size = PAGE_SIZE) => ({
  items: found.slice(0, size),
  total: Math.min(counted, MOST_COUNTED),
  totalIsExact: counted <= MOST_COUNTED,
  page,
  pageSize: size,
  hasNext: found.length > size,
});

/** The same of a list that is known as a whole. */
export function pageOfAll<T>(all: readonly T[], page: number) {
  const { skip, take } = pageSlice(page);
  return pageResult(all.slice(skip, skip + take), all.length, page);
}

/** Output of a query that only counts, such as for a tab: as far as a list counts. */
export const countOutput = z.object({ total: z.int().describe(`At most ${MOST_COUNTED}`) });

export const countResult = (counted: number) => ({ total: Math.min(counted, MOST_COUNTED) });
