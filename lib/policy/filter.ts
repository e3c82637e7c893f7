import type { Attributes, Expression } from "./expression";
import { normalize } from "./normalize";
import { listWhere, type PrismaWhere } from "./prisma-where";
import type { RecordSchema } from "./record-schema";
import { resolve } from "./resolve";
import { hasSqlForm, type SqlCondition, sqlWhere } from "./sql-where";

/**
 * The rows of one kind that a viewer may see. Opaque: it can be combined and passed to `toPrismaWhere`, but not read.
 * Spreading it or using it as a Prisma filter throws, because Prisma treats a filter it can't read as no filter.
 */
class Rows<R extends string> {
  readonly #schema: RecordSchema;
  readonly #expression: Expression;
  readonly record: R;

  private constructor(schema: RecordSchema, record: R, expression: Expression) {
    this.#schema = schema;
    this.#expression = expression;
    this.record = record;
    Object.defineProperty(this, "opaque", { enumerable: true, get: refuse });
  }

  static of<R extends string>(schema: RecordSchema, record: R, expression: Expression, viewer: Attributes): Rows<R> {
    return new Rows(schema, record, resolve(expression, viewer));
  }

  static join<R extends string>(op: "and" | "or", first: Rows<R>, more: readonly Rows<R>[]): Rows<R> {
    if (more.some(({ record }) => record !== first.record))
      throw new TypeError("These filters are for different kinds of rows.");
    return first.#with({ op, of: [first, ...more].map((filter) => filter.#expression) });
  }

  static not<R extends string>(filter: Rows<R>): Rows<R> {
    return filter.#with({ op: "not", of: filter.#expression });
  }

  static whereOf(filter: Rows<string>): PrismaWhere {
    return listWhere(Rows.#normalized(filter));
  }

  static sqlOf(filter: Rows<string>, table: string): SqlCondition {
    return sqlWhere(filter.#schema, filter.record, Rows.#normalized(filter), table);
  }

  static isPlain(filter: Rows<string>): boolean {
    return hasSqlForm(Rows.#normalized(filter));
  }

  static #normalized(filter: Rows<string>): Expression {
    return normalize(filter.#schema, filter.record, filter.#expression);
  }

  #with(expression: Expression): Rows<R> {
    return new Rows(this.#schema, this.record, expression);
  }
}

export type RowFilter<R extends string> = Rows<R>;

/** Makes a filter from an expression about a kind of record, for a viewer. Usually `where` is used instead. */
export const rowsWhere = Rows.of;

/** The rows of all of the filters. */
export function and<R extends string>(first: RowFilter<R>, ...more: RowFilter<NoInfer<R>>[]): RowFilter<R> {
  return Rows.join("and", first, more);
}

/** The rows of any of the filters. */
export function or<R extends string>(first: RowFilter<R>, ...more: RowFilter<NoInfer<R>>[]): RowFilter<R> {
  return Rows.join("or", first, more);
}

/** The rows that are not in the filter, including those with missing values. */
export function not<R extends string>(filter: RowFilter<R>): RowFilter<R> {
  return Rows.not(filter);
}

/**
 * The plain Prisma filter: the rows of `filter` that are also in `extra`.
 * Throws if `undefined` occurs anywhere in `extra`: Prisma would drop that part and return more rows.
 */
export function toPrismaWhere<Where extends object = PrismaWhere>(
  filter: RowFilter<string>,
  extra?: Where,
): { AND: Where[] } {
  const parts = [Rows.whereOf(filter), ...(extra === undefined ? [] : [extra])];
  refuseUndefined(parts, "where");
  return { AND: parts as Where[] };
}

/** The same rows as `toPrismaWhere`, as a condition on `table`. Throws if it reads a relation that says nothing of where it is stored. */
export const toSqlWhere = (filter: RowFilter<string>, table: string): SqlCondition => Rows.sqlOf(filter, table);

/** Whether a filter can be written by `toSqlWhere`. */
export const hasSqlWhere = (filter: RowFilter<string>): boolean => Rows.isPlain(filter);

function refuse(): never {
  throw new TypeError("A row filter cannot be read or spread. Use toPrismaWhere.");
}

function refuseUndefined(value: unknown, path: string): void {
  if (value === undefined) throw new TypeError(`${path} is undefined: Prisma would ignore it and return more rows.`);
  if (value === null || typeof value !== "object" || value instanceof Date) return;
  for (const [key, inner] of Object.entries(value)) refuseUndefined(inner, `${path}.${key}`);
}
