import { type ConditionName, conditionNames, conditions } from "./conditions";
import type { Expression } from "./expression";
import { and, type RowFilter, rowsWhere } from "./filter";
import type { ConditionalPermission, PlainPermission, RecordFor, RecordPermission, RecordTypeOf } from "./needs";
import { ALWAYS, conditionsIn, indexOf, maskAt } from "./permission-masks";
import { entryOf, type Permission, permissionKeys } from "./permissions";
import { type Predicate, predicateOf } from "./predicate";
import { conditionOf } from "./record-grants";
import type { Loaded } from "./record-schema";
import { type RecordType, records } from "./records";
import { recusalFrom } from "./recusal";
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
 * May the viewer do this, to this record? A permission that is conditional for any role requires the record, loaded with
 * the fields its conditions read (`selectFor`); omitting it doesn't compile.
 * Throws a `TypeError` if the answer depends on a field or a set of the viewer that wasn't loaded.
 */
export const can: Can = (viewer: Viewer, permission: Permission, record?: object): boolean => {
  const index = indexOf[permission];
  const mask = viewer.cells[index] ?? 0;
  if (mask === 0) return false;
  if (!((mask & ALWAYS && recusedFrom[index] === undefined) || meets(viewer, index, mask, record as Loaded)))
    return false;
  return viewer.looker === null || canAsked(viewer.looker, permission, record);
};

/** `can` for a permission that isn't known when the code is written: its record is passed if there is one. */
export const canAsked = can as (viewer: Viewer, permission: Permission, record?: object) => boolean;

/** May the viewer do this to any record at all? For menus; use `can` for a given record. */
export function canSome(viewer: Viewer, permission: Permission): boolean {
  return maskAt(viewer.cells, permission) !== 0;
}

/** May the viewer do this to every record there is, whatever becomes of it? */
export function canAll(viewer: Viewer, permission: Permission): boolean {
  const always = (maskAt(viewer.cells, permission) & ALWAYS) !== 0 && recusalFrom(permission) === undefined;
  return always && (viewer.looker === null || canAll(viewer.looker, permission));
}

/** The records that `can` allows, as a filter. Throws if it depends on a set that wasn't fetched. */
export function where<P extends RecordPermission>(viewer: Viewer, permission: P): RowFilter<RecordTypeOf<P>> {
  const { record } = entryOf(permission) as { record?: RecordTypeOf<P> };
  if (!record) throw new TypeError(`"${permission}" is not about records that could be listed.`);
  const allowed = unlessRecused(permission, expressionFor(maskAt(viewer.cells, permission), record, permission));
  const rows = rowsWhere(records, record, allowed, viewer);
  return viewer.looker === null ? rows : and(rows, where(viewer.looker, permission));
}

/** The mask of a permission as an expression about a kind of record. */
export function expressionFor(mask: number, record: RecordType, permission: Permission): Expression {
  if (mask & ALWAYS) return { op: "always" };
  return { op: "or", of: conditionsIn(mask).map((name) => conditionOf(name, record, permission)) };
}

function unlessRecused(permission: Permission, expression: Expression): Expression {
  const recusal = recusalFrom(permission);
  return recusal === undefined ? expression : { op: "and", of: [expression, { op: "not", of: recusal }] };
}

/** Is a mask enough for this record? `can` asks this for the viewer's own mask. */
export function meetsMask(viewer: Viewer, permission: Permission, mask: number, record: object): boolean {
  return mask !== 0 && meets(viewer, indexOf[permission], mask, record as Loaded);
}

/** Does a record meet one of the conditions of a mask, whether or not the viewer is recused from it? */
export function meetsCondition(viewer: Viewer, permission: Permission, mask: number, record: object): boolean {
  return meetsOne(viewer, indexOf[permission], mask, record as Loaded);
}

const known = new Map<string, Predicate>();

/** Created once and shared by the permissions of a kind of record, except for what each has a set of its own for. */
function predicateFor(name: ConditionName, record: RecordType, permission: Permission): Predicate | undefined {
  if (!(record in conditions[name].on)) return undefined;
  const key = [name, record, ...(name === "ifGranted" ? [permission] : [])].join(" ");
  const predicate = known.get(key) ?? predicateOf(records, record, conditionOf(name, record, permission));
  known.set(key, predicate);
  return predicate;
}

/** By permission, then by condition. */
const predicates: readonly (readonly (Predicate | undefined)[])[] = permissionKeys.map((permission) => {
  const { record } = entryOf(permission);
  return record ? conditionNames.map((name) => predicateFor(name, record, permission)) : [];
});

/** By permission: whether a recusal takes it away for a record. */
const recusedFrom: readonly (Predicate | undefined)[] = permissionKeys.map((permission) => {
  const recusal = recusalFrom(permission);
  const { record } = entryOf(permission);
  return recusal && record && predicateOf(records, record, recusal);
});

function meets(viewer: Viewer, index: number, mask: number, record: Loaded | undefined): boolean {
  if (!record) throw new TypeError(`"${permissionKeys[index]}" depends on the record: pass it, or use canSome.`);
  if (recusedFrom[index]?.(record, viewer)) return false;
  return (mask & ALWAYS) !== 0 || meetsOne(viewer, index, mask, record);
}

function meetsOne(viewer: Viewer, index: number, mask: number, record: Loaded): boolean {
  const tests = predicates[index];
  for (let rest = mask >> 1; rest !== 0; rest &= rest - 1) {
    if (tests?.[31 - Math.clz32(rest & -rest)]?.(record, viewer)) return true;
  }
  return false;
}
