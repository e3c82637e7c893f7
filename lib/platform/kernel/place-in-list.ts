import { type Cursor, openCursor, sealCursor } from "./cursor";
import { type Key, type KeyValue, partsBeyond } from "./keyset";
import { PAGE_SIZE, pageResult, pageSlice } from "./page";

export interface AskedPage {
  readonly page: number;
  readonly cursor?: string | undefined;
}

/**
 * Where in a list the asked page is: by its number, or beyond the row that its cursor remembers. `asked` also holds the
 * order and the filters, to which a cursor is bound. Throws `invalid` for a cursor of another list.
 */
export function placeInList(
  name: string,
  keys: readonly Key[],
  { page, cursor, ...asked }: AskedPage,
  size = PAGE_SIZE,
) {
  const list = JSON.stringify([name, keys, asked]);
  const at = cursor === undefined ? null : openCursor(list, cursor);
  return {
    /** The parts of the list to read, in this order, each with the same slice. */
    parts: at === null ? [[]] : partsBeyond(keys, at),
    /** Everything is read in reverse order. */
    back: at?.back ?? false,
    slice: pageSlice(at === null ? page : 1, size),
    /** The list's output of what was read, which is in the order it was read in. */
    result<Row>(read: readonly Row[], counted: number, valuesOf: (row: Row) => readonly KeyValue[]) {
      const found = read.slice(0, size + 1);
      const shown = found.slice(0, size);
      const more = found.length > size;
      const items = at?.back ? shown.toReversed() : shown;
      const number = numberOf(at, page, more);
      const seal = (cursor: Cursor | null) => cursor && sealCursor(list, cursor);
      const { next, previous } = around(at, { items: items.map(valuesOf), more, number });
      return {
        ...pageResult(items, counted, number, size),
        hasNext: next !== null,
        next: seal(next),
        previous: seal(previous),
      };
    },
  };
}

/** Going back ends at page 1, whatever was added or deleted before it meanwhile. */
function numberOf(at: Cursor | null, page: number, more: boolean): number {
  if (at === null) return page;
  return at.back && !more ? 1 : Math.max(at.page, 1);
}

interface Shown {
  readonly items: readonly (readonly KeyValue[])[];
  readonly more: boolean;
  readonly number: number;
}

function around(at: Cursor | null, { items, more, number }: Shown) {
  const [first, last] = [items[0], items.at(-1)];
  const hasNext = at?.back ? true : more;
  const hasPrevious = at?.back ? more : at !== null || number > 1;
  const beside = (values: Shown["items"][number] | undefined, back: boolean): Cursor | null => {
    const page = number + (back ? -1 : 1);
    if (values !== undefined) return { page, back, inclusive: false, values };
    // Everything on this side is gone: the other side begins with the row that the cursor remembers.
    return at && { page, back, inclusive: true, values: at.values };
  };
  return { next: hasNext ? beside(last, false) : null, previous: hasPrevious ? beside(first, true) : null };
}
