import { countInWords } from "@/components/ui/count-in-words";
import { firstPage, type Params, withParams } from "@/components/ui/with-params";
import type { Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";

type PageOfList = {
  items: readonly unknown[];
  total: number;
  totalIsExact: boolean;
  page: number;
  pageSize: number;
  hasNext: boolean;
  next?: string | null;
  previous?: string | null;
};

/** Where the place of a list is in the URL, if the page has several lists: a page number or a cursor under one name. */
export const placeIn = (value: string | string[] | undefined): { page?: number; cursor?: string } => {
  if (typeof value !== "string" || value === "") return {};
  return /^\d{1,5}$/.test(value) ? { page: Number(value) } : { cursor: value };
};

/**
 * What `<Pagination>` needs for a list whose place is in the URL: as `page`, or as `cursor` in a list too long to be
 * counted, where skipping what comes before a page would take longer with each. `name` is for a further list of the page, read by
 * `placeIn`.
 */
export function pageLinks(
  href: string,
  current: Params,
  list: PageOfList,
  nouns: readonly [Sentence, Sentence],
  name?: string,
) {
  const { items, page, pageSize, hasNext } = list;
  const start = name === undefined ? firstPage : { [name]: undefined };
  const first = (page - 1) * pageSize;
  const to = (number: number, cursor: string | null | undefined) => {
    if (number === 1) return withParams(href, current, start);
    const place: { page?: number; cursor?: string } = list.totalIsExact || !cursor ? { page: number } : { cursor };
    const named = name === undefined ? place : { [name]: place.cursor ?? place.page };
    return withParams(href, current, { ...start, ...named });
  };
  return {
    summary:
      items.length === 0
        ? undefined
        : t("{first}–{last} of {total}", {
            first: first + 1,
            last: first + items.length,
            total: totalOf(list, nouns),
          }),
    previousHref: page > 1 ? to(page - 1, list.previous) : undefined,
    nextHref: hasNext ? to(page + 1, list.next) : undefined,
  };
}

/** "240 invoices", or "1,000+ invoices" where counting stopped. */
const totalOf = ({ total, totalIsExact }: PageOfList, [one, many]: readonly [Sentence, Sentence]): string =>
  `${countInWords(total, totalIsExact)} ${totalIsExact && total === 1 ? t(one) : t(many)}`;
