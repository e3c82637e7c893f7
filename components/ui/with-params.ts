export type Params = Record<string, string | string[] | number | undefined>;

/** Changes the URL of any page of a list to that of its first. */
export const firstPage = { page: undefined, cursor: undefined };

/**
 * The same URL with other parameters: filters, order and page of a list live in the URL. Setting one to
 * `undefined` or "" drops the parameter.
 */
export function withParams(pathname: string, current: Params, changes: Params): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries({ ...current, ...changes })) {
    for (const one of [value].flat()) {
      if (one !== undefined && one !== "") search.append(name, String(one));
    }
  }
  const query = search.toString();
  return query ? `${pathname}?${query}` : pathname;
}
