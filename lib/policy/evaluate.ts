import { conditionNames, conditions, expressionOf } from "./conditions";
import type { Expression } from "./expression";
import { type RowFilter, rowsWhere } from "./filter";
import type { ConditionalPermission, PlainPermission, RecordFor, RecordPermission, RecordTypeOf } from "./needs";
import { ALWAYS, conditionsIn, indexOf, maskAt } from "./permission-masks";
import { entryOf, type Permission, permissionKeys } from "./permissions";
import { type Loaded, type Predicate, predicateOf } from "./predicate";
import { type RecordType, records } from "./records";
import type { Viewer } from "./viewer";

export interface Can {
  <P extends PlainPermission>(viewer: Viewer, permission: P): boolean;
  <P extends ConditionalPermission, const Row extends RecordFor<P>>(
    viewer: Viewer,
    permission: P,
    record: Row,
  ): boolean;
}

/**
 * May the viewer do this, to this record? A permission that is conditional for any role needs the record, loaded with
 * what its conditions read (`selectFor`); leaving it out does not compile.
 * Throws a `TypeError` where the answer depends on a part of the record, or on a set of the viewer's, that is not there.
 */
export const can: Can = (viewer: Viewer, permission: Permission, record?: object): boolean => {
  const index = indexOf[permission];
  const mask = viewer.cells[index] ?? 0;
  if (mask === 0) return false;
  if (mask & ALWAYS) return true;
  return meets(viewer, index, mask, record as Loaded);
};

/** May the viewer do this to some record? For menus: the answer for one record is `can`'s. */
export function canSome(viewer: Viewer, permission: Permission): boolean {
  return maskAt(viewer.cells, permission) !== 0;
}

/** The records that `can` allows, as a filter. Throws where it depends on a set that was not fetched. */
export function where<P extends RecordPermission>(viewer: Viewer, permission: P): RowFilter<RecordTypeOf<P>> {
  const { record } = entryOf(permission) as { record?: RecordTypeOf<P> };
  if (!record) throw new TypeError(`"${permission}" is not about records that could be listed.`);
  return rowsWhere(records, record, expressionFor(maskAt(viewer.cells, permission), record), viewer);
}

/** A mask as an expression about a kind of record. */
export function expressionFor(mask: number, record: RecordType): Expression {
  if (mask & ALWAYS) return { op: "always" };
  return { op: "or", of: conditionsIn(mask).map((name) => expressionOf(name, record)) };
}

/** Does a record meet one of the conditions of a mask? What `can` asks of the viewer's own mask. */
export function meetsMask(viewer: Viewer, permission: Permission, mask: number, record: object): boolean {
  return (mask & ALWAYS) !== 0 || meets(viewer, indexOf[permission], mask, record as Loaded);
}

const recordTypes = Object.keys(records) as readonly RecordType[];

/** The predicates of each kind of record, by the position of the condition; made once, shared by its permissions. */
const predicatesOf = new Map(
  recordTypes.map((record) => [
    record,
    conditionNames.map((name) =>
      record in conditions[name].on ? predicateOf(records, record, expressionOf(name, record)) : undefined,
    ),
  ]),
);

const predicates: readonly (readonly (Predicate | undefined)[])[] = permissionKeys.map((permission) => {
  const { record } = entryOf(permission);
  return (record && predicatesOf.get(record)) ?? [];
});

function meets(viewer: Viewer, index: number, mask: number, record: Loaded | undefined): boolean {
  if (!record) throw new TypeError(`"${permissionKeys[index]}" depends on the record: hand it over, or ask canSome.`);
  const tests = predicates[index];
  for (let rest = mask >> 1; rest !== 0; rest &= rest - 1) {
    if (tests?.[31 - Math.clz32(rest & -rest)]?.(record, viewer)) return true;
  }
  return false;
}
