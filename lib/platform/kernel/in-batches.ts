const SIZE = 250;

interface Page {
  readonly take: number;
  readonly skip?: number;
  readonly cursor?: { readonly id: string };
}

/**
 * Rows of a query a few hundred at a time, so that a long list keeps nobody else waiting while it is turned into objects.
 *
 * @param read the query, with a complete order, for one page
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
