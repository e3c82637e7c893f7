import { type Params, withParams } from "@/components/ui/with-params";

type PageOfList = { items: readonly unknown[]; total: number; page: number; pageSize: number };

/** What `<Pagination>` needs for a list whose page number is in the URL as `page`. */
export function pageLinks(href: string, current: Params, list: PageOfList, [one, many]: readonly [string, string]) {
  const { items, total, page, pageSize } = list;
  const first = (page - 1) * pageSize;
  const to = (next: number) => withParams(href, current, { page: next === 1 ? undefined : next });
  return {
    summary:
      items.length === 0 ? undefined : `${first + 1}–${first + items.length} of ${total} ${total === 1 ? one : many}`,
    previousHref: page > 1 ? to(page - 1) : undefined,
    nextHref: first + items.length < total ? to(page + 1) : undefined,
  };
}
