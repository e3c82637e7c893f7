import { encrypt } from "./cipher";
import { columnKey } from "./column-key";
import { type KeyRing, keyRing } from "./key-ring";
import type { BoundTo, SealedColumn } from "./sealed-column";

/**
 * Encrypts a value for its column: the number of the key, a dot, and base64. Only the row it is bound to can open it: the
 * table, the column and `row` are authenticated with it.
 */
export function seal<Bound extends string>(
  column: SealedColumn<Bound>,
  row: BoundTo<Bound>,
  value: string | Uint8Array,
  ring: KeyRing = keyRing(),
): string {
  const key = ring.keys.get(ring.writes);
  if (key === undefined) throw new Error(`Key ${ring.writes} isn't on the ring that writes with it.`);
  return `${ring.writes}.${encrypt(columnKey(column, key), boundText(column, row), value)}`;
}

/** What a value is bound to, as it is authenticated. */
export const boundText = <Bound extends string>(column: SealedColumn<Bound>, row: BoundTo<Bound>): string =>
  JSON.stringify([column.table, column.column, ...column.bound.map((name) => row[name])]);
