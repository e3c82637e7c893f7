const SIZE = 250;

interface Order {
  readonly by: string;
  readonly direction: "asc" | "desc";
}

interface Page {
  /** A filter: only rows after those already read. */
  readonly beyond: object;
  readonly take: number;
}

/**
 * Reads a query's rows a few hundred at a time, so that converting a long list to objects doesn't block other requests.
 * Each page starts from the last row of the one before, which an index finds directly.
 *
 * @param order the query's order by a column that is never null, then by id in the same direction
 * @param read the query for one page
 */
export async function* inBatches<Row extends { readonly id: string }>(
  order: Order,
  read: (page: Page) => Promise<Row[]>,
): AsyncGenerator<Row[]> {
  let beyond: object = {};
  for (;;) {
    const rows = await read({ beyond, take: SIZE });
    if (rows.length > 0) yield rows;
    const last = rows.at(-1);
    if (last === undefined || rows.length < SIZE) return;
    beyond = after(last, order);
  }
}

/** The first condition lets the index start where the last page ended; the second skips what it had of the same value. */
function after(row: { readonly id: string }, { by, direction }: Order): object {
  const last: Readonly<Record<string, unknown>> = { ...row };
  const [reached, passed] = direction === "asc" ? (["gte", "gt"] as const) : (["lte", "lt"] as const);
  return {
    [by]: { [reached]: last[by] },
    OR: [{ [by]: { [passed]: last[by] } }, { id: { [passed]: last.id } }],
  };
}
