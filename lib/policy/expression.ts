/**
 * The closed language in which conditions are written. Its terms are plain data: a predicate, a Prisma filter, the
 * `select` it needs and a sentence are all derived from the same expression.
 *
 * It has two truth values. A comparison with a missing value, on the record's side or on the viewer's, is false, and
 * its negation is therefore true. To ask whether a value is missing, say `isNull`.
 */
export type Scalar = string | number | boolean | Date;

/** What a condition may read from the viewer, besides sets of ids. */
export type Attribute = "personId" | "contactId" | "accountId" | "now";

export interface ViewerRef<A extends Attribute = Attribute> {
  readonly viewer: A;
}

export type Operand = Scalar | ViewerRef;

export type Comparison = "lt" | "lte" | "gt" | "gte";

export type Expression =
  | { readonly op: "always" }
  | { readonly op: "never" }
  | { readonly op: "eq"; readonly field: string; readonly value: Operand }
  | { readonly op: "in"; readonly field: string; readonly values: readonly Scalar[] }
  | { readonly op: "inSet"; readonly field: string; readonly set: string }
  | { readonly op: Comparison; readonly field: string; readonly value: Operand }
  | { readonly op: "isNull"; readonly field: string }
  | { readonly op: "some"; readonly relation: string; readonly where: Expression }
  | { readonly op: "is"; readonly relation: string; readonly where: Expression }
  | { readonly op: "and"; readonly of: readonly Expression[] }
  | { readonly op: "or"; readonly of: readonly Expression[] }
  | { readonly op: "not"; readonly of: Expression };

/** What expressions read from a viewer. Reading a set that wasn't fetched is an error, never an empty set. */
export interface Attributes {
  readonly personId: string | null;
  readonly contactId: string | null;
  readonly accountId: string | null;
  readonly now: Date;
  readonly sets: Readonly<Partial<Record<string, ReadonlySet<string>>>>;
}

export const always: Expression = { op: "always" };
export const never: Expression = { op: "never" };

export function isViewerRef(operand: Operand): operand is ViewerRef {
  return typeof operand === "object" && !(operand instanceof Date);
}

/** A set of ids of the viewer. Throws if it wasn't fetched: `not(inSet)` would otherwise match everything. */
export function setOf(viewer: Attributes, name: string): ReadonlySet<string> {
  const set = viewer.sets[name];
  if (!set) throw new TypeError(`The viewer's set "${name}" was not fetched.`);
  return set;
}
