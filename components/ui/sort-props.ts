import type { Sort } from "@/components/ui/sort";
import { firstPage, type Params, withParams } from "@/components/ui/with-params";

/** What a `<DataTable>` needs for an order in the URL as `sort` and `direction`; changing it goes back to page 1. */
export function sortProps(href: string, search: Params, preset: Sort) {
  const asked = typeof search.sort === "string" && search.sort !== "" ? search.sort : undefined;
  const sort: Sort = {
    key: asked ?? preset.key,
    direction: search.direction === "asc" || search.direction === "desc" ? search.direction : preset.direction,
  };
  return {
    sort,
    sortHref: ({ key, direction }: Sort) => withParams(href, search, { sort: key, direction, ...firstPage }),
  };
}

export type SortProps = ReturnType<typeof sortProps>;

/** The order in the URL, for the input of an operation. */
export const orderIn = (search: Params): [string, string][] => given(search, ["sort", "direction"]);

/** The place in the URL, for the input of an operation whose list has pages. */
export const placeIn = (search: Params): [string, string][] => given(search, ["page", "cursor"]);

const given = (search: Params, names: readonly string[]): [string, string][] =>
  names.flatMap((name): [string, string][] => {
    const value = search[name];
    return typeof value === "string" && value !== "" ? [[name, value]] : [];
  });
