import type { Sentence } from "@/lib/platform/language/msg";

/** How kinds of records are described for conditions. */

export type FieldType = "uuid" | "string" | "int" | "boolean" | "date";

export interface Field {
  type: FieldType;
  nullable: boolean;
  /** Its name for people: "status", "creator". */
  says: Sentence;
  /** The values an enumeration may take. */
  values?: readonly string[];
}

export interface Relation {
  to: string;
  many: boolean;
  /** A to-one relation may be missing; a to-many one may only be empty. */
  nullable: boolean;
  says: Sentence;
  /** Where it is stored, for conditions in SQL. */
  stored?: StoredRelation;
}

/**
 * Rows of a table of the same account, whose `column` has the record's id; or a record whose id is in a column of this one,
 * and of which nothing but its own rows is read.
 */
export type StoredRelation = { readonly table: string; readonly column: string } | { readonly idIn: string };

export interface RecordShape {
  fields: Readonly<Record<string, Field>>;
  relations: Readonly<Record<string, Relation>>;
}

/** Kinds of records by name. Every kind that can be listed has a field `id`. */
export type RecordSchema = Readonly<Record<string, RecordShape>>;

/** The JavaScript value of a field, as Prisma reads it. */
export type ValueOf<F extends Field> =
  | (F["values"] extends readonly (infer V)[]
      ? V
      : F["type"] extends "int"
        ? number
        : F["type"] extends "boolean"
          ? boolean
          : F["type"] extends "date"
            ? Date
            : string)
  | (F["nullable"] extends true ? null : never);

/** A loaded record. Every field a condition reads must be loaded: a missing one is an error, not null. */
export type Loaded = Readonly<Record<string, unknown>>;

export function shapeOf(schema: RecordSchema, record: string): RecordShape {
  const shape = Object.hasOwn(schema, record) ? schema[record] : undefined;
  if (!shape) throw new TypeError(`Unknown kind of record "${record}".`);
  return shape;
}

export function fieldOf(schema: RecordSchema, record: string, name: string): Field {
  const { fields } = shapeOf(schema, record);
  const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
  if (!field) throw new TypeError(`A ${record} has no field "${name}".`);
  return field;
}

export function relationOf(schema: RecordSchema, record: string, name: string): Relation {
  const { relations } = shapeOf(schema, record);
  const relation = Object.hasOwn(relations, name) ? relations[name] : undefined;
  if (!relation) throw new TypeError(`A ${record} has no relation "${name}".`);
  return relation;
}
