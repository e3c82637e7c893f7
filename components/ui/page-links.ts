import { type Params, withParams } from "@/components/ui/with-params";
import type { Sentence } from "@/lib/platform/language/msg";
import { currentCode, t } from "@/lib/platform/language/t";

type PageOfList = {
  items: readonly unknown[];
  total: number;
  totalIsExact: boolean;
  page: number;
  pageSize: number;
  hasNext: boolean;
};

/** What `<Pagination>` needs for a list whose page number is in the URL as `page`. */
export function pageLinks(href: string, current: Params, list: PageOfList, nouns: readonly [Sentence, Sentence]) {
  const { items, page, pageSize, hasNext } = list;
  const first = (page - 1) * pageSize;
  const to = (next: number) => withParams(href, current, { page: next === 1 ? undefined : next });
  return {
    summary:
      items.length === 0
        ? undefined
        : t("{first}–{last} of {total}", {
            first: first + 1,
            last: first + items.length,
            total: totalOf(list, nouns),
          }),
    previousHref: page > 1 ? to(page - 1) : undefined,
    nextHref: hasNext ? to(page + 1) : undefined,
  };
}

/** "240 invoices", or "1,000+ invoices" where counting stopped. */
function totalOf({ total, totalIsExact }: PageOfList, [one, many]: readonly [Sentence, Sentence]): string {
  return totalIsExact
    ? `${total} ${total === 1 ? t(one) : t(many)}`
    : `${total.toLocaleString(currentCode())}+ ${t(many)}`;
}
