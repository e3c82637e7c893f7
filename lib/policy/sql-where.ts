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
  const text = (part: string) => {
    strings[strings.length - 1] += part;
  };
  const value = (one: unknown) => {
    values.push(one);
    strings.push("");
  };
  const column = (field: string) => text(`${table}."${field}"`);
  const compare = (field: string, operator: string, operand: unknown) => {
    column(field);
    text(` ${operator} `);
    value(operand);
  };
  const amongst = (field: string, operator: string, operands: readonly unknown[]) => {
    compare(field, operator, [...operands]);
    text(")");
  };

  const write = (one: Expression): void => {
    switch (one.op) {
      case "always":
      case "never":
        return text(one.op === "always" ? "true" : "false");
      case "and":
      case "or":
        text("(");
        for (const [index, part] of one.of.entries()) {
          if (index > 0) text(` ${one.op} `);
          write(part);
        }
        return text(")");
      case "not":
        return writeNegated(one.of);
      case "isNull":
        column(one.field);
        return text(" is null");
      case "in":
        return amongst(one.field, "= any(", one.values);
      case "eq":
      case "lt":
      case "lte":
      case "gt":
      case "gte":
        return compare(one.field, operators[one.op], one.value);
      default:
        throw unwritable(one);
    }
  };
  /** Only single comparisons: `normalize` has moved negation there, and added the rows without a value. */
  const writeNegated = (one: Expression): void => {
    switch (one.op) {
      case "isNull":
        column(one.field);
        return text(" is not null");
      case "in":
        return amongst(one.field, "<> all(", one.values);
      case "eq":
      case "lt":
      case "lte":
      case "gt":
      case "gte":
        return compare(one.field, opposites[one.op], one.value);
      default:
        throw unwritable(one);
    }
  };
  write(expression);
  return { strings, values };
}

const operators = { eq: "=", lt: "<", lte: "<=", gt: ">", gte: ">=" } as const;
const opposites = { eq: "<>", lt: ">=", lte: ">", gt: "<=", gte: "<" } as const;

const unwritable = ({ op }: Expression): TypeError =>
  new TypeError(`"${op}" has no form in SQL: relations are for Prisma, and the rest must be normalized.`);
