import type { Attribute, Expression } from "./expression";
import { isViewerRef } from "./expression";
import type { Loaded } from "./record-schema";

/** A field that has to name the viewer for a row to meet a condition. */
export interface NamingField {
  readonly field: string;
  readonly attribute: Exclude<Attribute, "now">;
}

/** The field by which a condition's rows can be looked up; null if rows that don't name the viewer may meet it too. */
export function namingField(expression: Expression): NamingField | null {
  if (expression.op === "and") return expression.of.map(namingField).find((one) => one !== null) ?? null;
  if (expression.op !== "eq" || !isViewerRef(expression.value)) return null;
  const { viewer: attribute } = expression.value;
  return attribute === "now" ? null : { field: expression.field, attribute };
}

/** Is it only met by records that name the viewer's contact? */
export function namesContact(expression: Expression): boolean {
  switch (expression.op) {
    case "and":
      return expression.of.some(namesContact);
    case "or":
      return expression.of.every(namesContact);
    case "some":
    case "is":
      return namesContact(expression.where);
    case "eq":
      return isViewerRef(expression.value) && expression.value.viewer === "contactId";
    default:
      return false;
  }
}

const ID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** Every id in a record and its relations: whoever isn't among them isn't named by it. */
export function idsIn(record: unknown): string[] {
  const found = new Set<string>();
  look(record);
  return [...found];

  function look(part: unknown): void {
    if (typeof part === "string" && ID.test(part)) found.add(part);
    if (typeof part === "object" && part !== null) for (const inner of Object.values(part)) look(inner);
  }
}

type Index = ReadonlyMap<unknown, readonly Loaded[]>;

const indexes = new WeakMap<readonly Loaded[], Map<string, Index>>();

/**
 * The rows in which a field has a value, from an index that is made once for each list: to ask thousands of people about a
 * list that names thousands takes one pass over each. What was loaded isn't changed afterwards.
 */
export function rowsNaming(rows: readonly Loaded[], field: string, value: unknown): readonly Loaded[] {
  const known = indexes.get(rows) ?? new Map<string, Index>();
  indexes.set(rows, known);
  const index = known.get(field) ?? indexBy(rows, field);
  known.set(field, index);
  return index.get(value) ?? [];
}

function indexBy(rows: readonly Loaded[], field: string): Index {
  const index = new Map<unknown, Loaded[]>();
  for (const row of rows) {
    const value = row[field];
    if (value === undefined) throw new TypeError(`A row was loaded without "${field}", which its check needs.`);
    index.set(value, [...(index.get(value) ?? []), row]);
  }
  return index;
}
