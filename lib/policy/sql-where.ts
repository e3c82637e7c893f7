import type { Expression } from "./expression";
import { type RecordSchema, relationOf } from "./record-schema";

/** A condition in SQL, as the pieces of a tagged template: one string more than values. */
export interface SqlCondition {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

/**
 * Writes a normalized expression about a record that is a row of `table` as SQL: the same rows as `prismaWhere`, for reads that
 * are one statement. A relation has a form here if the schema says where it is stored.
 */
export function sqlWhere(schema: RecordSchema, record: string, expression: Expression, table: string): SqlCondition {
  const strings = [""];
  const values: unknown[] = [];
  for (const part of partsOf(expression, { schema, record, table, id: "id", isRow: true })) {
    if (typeof part === "string") strings[strings.length - 1] += part;
    else strings.push("");
    if (typeof part !== "string") values.push(part.value);
  }
  return { strings, values };
}

/** Whether a normalized expression has a form in SQL: it reads no relation. */
export function hasSqlForm(expression: Expression): boolean {
  if (expression.op === "and" || expression.op === "or") return expression.of.every(hasSqlForm);
  if (expression.op === "not") return hasSqlForm(expression.of);
  return expression.op !== "some" && expression.op !== "is";
}

type Part = string | { readonly value: unknown };

/** What an expression is about. */
interface Place {
  readonly schema: RecordSchema;
  readonly record: string;
  readonly table: string;
  /** The column of `table` with the record's id. */
  readonly id: string;
  /** The record is the row of `table` itself, so that its fields are columns. */
  readonly isRow: boolean;
}

function partsOf(expression: Expression, place: Place): Part[] {
  switch (expression.op) {
    case "always":
      return ["true"];
    case "never":
      return ["false"];
    case "and":
    case "or": {
      const [first = [], ...more] = expression.of.map((part) => partsOf(part, place));
      return ["(", ...first, ...more.flatMap((part) => [` ${expression.op} `, ...part]), ")"];
    }
    case "not":
      return single(expression.of, place, false);
    default:
      return single(expression, place, true);
  }
}

/** Negated ones are single too: `normalize` has moved `not` there, and added the rows without a value. */
function single(expression: Expression, place: Place, wanted: boolean): Part[] {
  if (expression.op === "some") return exists(expression, place, wanted);
  if (expression.op === "is" && wanted) return partsOf(expression.where, referred(expression.relation, place));
  return comparison(expression, place, wanted);
}

function exists({ relation, where }: Extract<Expression, { op: "some" }>, place: Place, wanted: boolean): Part[] {
  const { schema, record, table, id } = place;
  const { to, stored } = relationOf(schema, record, relation);
  if (stored === undefined || !("table" in stored)) throw unstored(record, relation);
  const of = `${table}_${relation}`;
  const begin = `exists (select from "${stored.table}" ${of} where ${of}."accountId" = ${table}."accountId" and ${of}."${stored.column}" = ${table}."${id}" and `;
  const parts = partsOf(where, { schema, record: to, table: of, id: "id", isRow: true });
  return [`${wanted ? "" : "not "}${begin}`, ...parts, ")"];
}

function referred(relation: string, { schema, record, table, isRow }: Place): Place {
  const { to, stored } = relationOf(schema, record, relation);
  if (stored === undefined || !("idIn" in stored) || !isRow) throw unstored(record, relation);
  return { schema, record: to, table, id: stored.idIn, isRow: false };
}

function comparison(expression: Expression, { table, record, isRow }: Place, wanted: boolean): Part[] {
  if (!isRow) throw new TypeError(`No field of "${record}" has a form in SQL here.`);
  switch (expression.op) {
    case "isNull":
      return [`${table}."${expression.field}" is ${wanted ? "" : "not "}null`];
    case "in":
      return [`${table}."${expression.field}" ${wanted ? "= any" : "<> all"}(`, { value: [...expression.values] }, ")"];
    case "eq":
    case "lt":
    case "lte":
    case "gt":
    case "gte": {
      const operator = (wanted ? operators : opposites)[expression.op];
      return [`${table}."${expression.field}" ${operator} `, { value: expression.value }];
    }
    default:
      throw new TypeError(`"${expression.op}" has no form in SQL: the expression was not normalized.`);
  }
}

const unstored = (record: string, relation: string): TypeError =>
  new TypeError(`The schema doesn't say where "${relation}" of a ${record} is stored: it has no form in SQL.`);

const operators = { eq: "=", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;
const opposites = { eq: "<>", lt: ">=", lte: ">", gt: "<=", gte: "<" } as const;
