import type { Expression, Scalar } from "./expression";

/** A Prisma filter as plain data. */
export type PrismaWhere = { readonly [key: string]: unknown };

/** No rows. Prisma's own empty filters mean every row: `{ OR: [] }` inside an `AND`, `{ NOT: {} }`, `{ x: undefined }`. */
export const noRows: PrismaWhere = { id: { in: [] } };

/** Every row, in a form whose negation is no rows: `{ NOT: {} }` would be every row too. */
export const everyRow: PrismaWhere = { id: { notIn: [] } };

/** The filter of a list. Its records have an `id`. */
export function listWhere(expression: Expression): PrismaWhere {
  return expression.op === "always" ? everyRow : prismaWhere(expression);
}

/**
 * Writes a normalized expression as a Prisma filter. `normalize` has folded constants, so that `always` and `never` are
 * the whole expression or the inside of a relation, and has moved `not` to single comparisons only.
 */
function prismaWhere(expression: Expression): PrismaWhere {
  switch (expression.op) {
    case "always":
      return {};
    case "never":
      return noRows;
    case "and":
      return { AND: expression.of.map(prismaWhere) };
    case "or":
      return { OR: expression.of.map(prismaWhere) };
    case "not":
      return negated(expression.of);
    case "some":
      return { [expression.relation]: { some: prismaWhere(expression.where) } };
    case "is":
      return { [expression.relation]: isFilter(expression.where) };
    case "isNull":
      return { [expression.field]: null };
    case "in":
      return { [expression.field]: { in: [...expression.values] } };
    case "inSet":
      throw unground(expression);
    case "eq":
      return { [expression.field]: { equals: scalar(expression.value) } };
    default:
      return { [expression.field]: { [expression.op]: scalar(expression.value) } };
  }
}

const opposite = { lt: "gte", lte: "gt", gt: "lte", gte: "lt" } as const;

/** None of these match rows without a value; `normalize` has added those where needed. */
function negated(expression: Expression): PrismaWhere {
  switch (expression.op) {
    case "some":
      return { [expression.relation]: { none: prismaWhere(expression.where) } };
    case "is":
      return { [expression.relation]: { is: null } };
    case "isNull":
      return { [expression.field]: { not: null } };
    case "in":
      return { [expression.field]: { notIn: [...expression.values] } };
    case "eq":
      return { [expression.field]: { not: scalar(expression.value) } };
    case "lt":
    case "lte":
    case "gt":
    case "gte":
      return { [expression.field]: { [opposite[expression.op]]: scalar(expression.value) } };
    default:
      throw unground(expression);
  }
}

function isFilter(where: Expression): PrismaWhere {
  return where.op === "always" ? { isNot: null } : { is: prismaWhere(where) };
}

function scalar(value: unknown): Scalar {
  return value as Scalar;
}

function unground(expression: Expression): TypeError {
  return new TypeError(`"${expression.op}" cannot occur here: the expression was not normalized.`);
}
