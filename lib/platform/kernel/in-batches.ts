const SIZE = 250;

interface Page {
  readonly take: number;
  readonly skip?: number;
  readonly cursor?: { readonly id: string };
}

/**
 * Reads a query's rows a few hundred at a time, so that converting a long list to objects doesn't block other requests.
 *
 * @param read the query for one page, with a total order
 */
export async function* inBatches<Row extends { readonly id: string }>(
  read: (page: Page) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let page: Page = { take: SIZE };
  for (;;) {
    const rows = await read(page);
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < SIZE) return;
    page = { take: SIZE, skip: 1, cursor: { id: last.id } };
  }
}
