export type Params = Record<string, string | string[] | number | undefined>;

/**
 * The address of the same page with other parameters: filters, order and place of a list live in the URL. A change to
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
