import type { Expression } from "./expression";

/** A condition in SQL, as the pieces of a tagged template: one string more than values. */
export interface SqlCondition {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
}

/**
 * Writes a normalized expression about the columns of one table as SQL: the same rows as `prismaWhere`, for reads that
 * are one statement. Relations have no form here: a list whose conditions read one goes through Prisma.
 */
export function sqlWhere(expression: Expression, table: string): SqlCondition {
  const strings = [""];
  const values: unknown[] = [];
  for (const part of partsOf(expression, table)) {
    if (typeof part === "string") strings[strings.length - 1] += part;
    else strings.push("");
    if (typeof part !== "string") values.push(part.value);
  }
  return { strings, values };
}

type Part = string | { readonly value: unknown };

function partsOf(expression: Expression, table: string): Part[] {
  switch (expression.op) {
    case "always":
      return ["true"];
    case "never":
      return ["false"];
    case "and":
    case "or": {
      const [first = [], ...more] = expression.of.map((part) => partsOf(part, table));
      return ["(", ...first, ...more.flatMap((part) => [` ${expression.op} `, ...part]), ")"];
    }
    case "not":
      return comparison(expression.of, table, false);
    default:
      return comparison(expression, table, true);
  }
}

/** Negated ones are single too: `normalize` has moved `not` there, and added the rows without a value. */
function comparison(expression: Expression, table: string, wanted: boolean): Part[] {
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
      throw new TypeError(
        `"${expression.op}" has no form in SQL: relations are for Prisma, the rest is not normalized.`,
      );
  }
}

const operators = { eq: "=", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;
const opposites = { eq: "<>", lt: ">=", lte: ">", gt: "<=", gte: "<" } as const;
