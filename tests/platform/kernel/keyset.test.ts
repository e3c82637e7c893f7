import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Condition, type Key, type KeyValue, partsBeyond } from "@/lib/platform/kernel/keyset";

type Row = readonly [group: number | null, rank: number, id: number];

const keyAt = (place: number, key: Omit<Key, "path">): Key => ({ path: [String(place)], ...key });
const columnOf = (row: Row, key: Key): KeyValue => row[Number(key.path[0])] ?? null;

/** The database's own order, written plainly. */
function compare(a: Row, b: Row, keys: readonly Key[]): number {
  for (const key of keys) {
    const [x, y] = [columnOf(a, key), columnOf(b, key)];
    if (x === y) continue;
    if (x === null || y === null) return (x === null) === (key.nulls === "first") ? -1 : 1;
    return x < y === (key.direction === "asc") ? -1 : 1;
  }
  return 0;
}

function holds(row: Row, { key, is, value }: Condition): boolean {
  const own = columnOf(row, key);
  if (is === "present") return own !== null;
  if (is === "equal") return own === value;
  // Like SQL, in which nothing compares with a missing value.
  if (own === null || value === null) return false;
  if (is === "greater") return own > value;
  if (is === "less") return own < value;
  return is === "atLeast" ? own >= value : own <= value;
}

const direction = fc.constantFrom("asc" as const, "desc" as const);
const keysOf = fc
  .tuple(direction, fc.constantFrom("first" as const, "last" as const), direction, direction)
  .map(([group, nulls, rank, id]): Key[] => [
    keyAt(0, { direction: group, nulls }),
    keyAt(1, { direction: rank, nulls: null }),
    keyAt(2, { direction: id, nulls: null }),
  ]);
const rowsOf = fc
  .array(fc.tuple(fc.option(fc.integer({ min: 0, max: 2 })), fc.integer({ min: 0, max: 2 })), {
    minLength: 1,
    maxLength: 30,
  })
  .map((values) => values.map(([group, rank], id): Row => [group, rank, id]));

describe("the parts of a list beyond a row", () => {
  it("follow each other in its order, with equal and missing values, in both directions", () => {
    fc.assert(
      fc.property(rowsOf, keysOf, fc.nat(), fc.boolean(), fc.boolean(), (rows, keys, at, back, inclusive) => {
        const list = rows.toSorted((a, b) => compare(a, b, keys));
        const place = at % list.length;
        const values = keys.map((key) => columnOf(list[place] as Row, key));
        const from = back
          ? list.slice(0, place + (inclusive ? 1 : 0)).toReversed()
          : list.slice(place + (inclusive ? 0 : 1));
        const inOrder = back ? list.toReversed() : list;
        const parts = partsBeyond(keys, { values, back, inclusive });
        const found = parts.flatMap((part) => inOrder.filter((row) => part.every((one) => holds(row, one))));
        expect(found).toEqual(from);
      }),
      { numRuns: 2_000 },
    );
  });
});
