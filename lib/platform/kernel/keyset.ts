import type { Direction } from "./sort";

/** What rows are sorted by, as the database returns it. */
export type KeyValue = string | number | bigint | boolean | Date | null;

/** One column of an order. */
export interface Key {
  /** The column, below the relations that lead to it. */
  readonly path: readonly string[];
  readonly direction: Direction;
  /** Where rows without a value come; null if every row has one. */
  readonly nulls: "first" | "last" | null;
}

/** Where a page begins: next to a row with these values, one for each key. */
export interface Boundary {
  readonly values: readonly KeyValue[];
  /** The rows before it are wanted, in reverse order. */
  readonly back: boolean;
  /** And that row itself, which may be gone. */
  readonly inclusive: boolean;
}

export interface Condition {
  readonly key: Key;
  readonly is: "equal" | "greater" | "atLeast" | "less" | "atMost" | "present";
  readonly value: KeyValue;
}

/**
 * Conditions, each for a part of the rows beyond a boundary; the parts follow each other in the list's order. They have no
 * OR, so that each part is read from where it begins in an index and no further than a page.
 */
export function partsBeyond(keys: readonly Key[], boundary: Boundary): readonly (readonly Condition[])[] {
  const value = (place: number): KeyValue => boundary.values[place] ?? null;
  return keys
    .map((key, place) => {
      const same = keys.slice(0, place).map((one, at): Condition => ({ key: one, is: "equal", value: value(at) }));
      const isLast = place === keys.length - 1;
      return beyond(key, value(place), { ...boundary, inclusive: boundary.inclusive && isLast }).map((one) => [
        ...same,
        one,
      ]);
    })
    .reverse()
    .flat();
}

function beyond(key: Key, value: KeyValue, { back, inclusive }: Omit<Boundary, "values">): Condition[] {
  const nullsFollow = key.nulls !== null && (key.nulls === "last") !== back;
  if (value === null) return nullsFollow ? [] : [{ key, is: "present", value }];
  const up = (key.direction === "asc") !== back;
  const is = up ? (inclusive ? "atLeast" : "greater") : inclusive ? "atMost" : "less";
  return [{ key, is, value }, ...(nullsFollow ? [{ key, is: "equal", value: null } as const] : [])];
}
