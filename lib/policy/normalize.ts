import { always, type Expression, never } from "./expression";
import { fieldOf, type RecordSchema, relationOf } from "./record-schema";

/**
 * Rewrites a resolved expression for SQL: pushes negation inward to single comparisons and folds constants. The result is
 * `always`, `never`, or an expression with neither except inside `some` and `is`. A negated comparison includes rows
 * whose value is missing, as the predicate does. A plain one requires a value, so that SQL finds it false rather than
 * unknown if there is none, and the filter can be negated again.
 */
export function normalize(schema: RecordSchema, record: string, expression: Expression): Expression {
  return new Grounding(schema).rewrite(record, expression, true);
}

class Grounding {
  constructor(private readonly schema: RecordSchema) {}

  /** The expression where `wanted` is true, its negation where it is false. */
  rewrite(record: string, expression: Expression, wanted: boolean): Expression {
    switch (expression.op) {
      case "always":
      case "never":
        return (expression.op === "always") === wanted ? always : never;
      case "not":
        return this.rewrite(record, expression.of, !wanted);
      case "and":
      case "or": {
        const parts = expression.of.map((part) => this.rewrite(record, part, wanted));
        return join((expression.op === "and") === wanted ? "and" : "or", parts);
      }
      case "some":
        return this.some(record, expression, wanted);
      case "is":
        return this.is(record, expression, wanted);
      case "isNull":
        if (!fieldOf(this.schema, record, expression.field).nullable) return wanted ? never : always;
        return wanted ? expression : { op: "not", of: expression };
      default:
        return this.compare(record, expression, wanted);
    }
  }

  private some(record: string, expression: Extract<Expression, { op: "some" }>, wanted: boolean): Expression {
    const { to } = relationOf(this.schema, record, expression.relation);
    const where = this.rewrite(to, expression.where, true);
    if (where.op === "never") return wanted ? never : always;
    const some: Expression = { op: "some", relation: expression.relation, where };
    return wanted ? some : { op: "not", of: some };
  }

  private is(record: string, { relation, where }: Extract<Expression, { op: "is" }>, wanted: boolean): Expression {
    const { to, nullable } = relationOf(this.schema, record, relation);
    const inner = this.rewrite(to, where, wanted);
    const is: Expression = inner.op === "never" || inner.op === "always" ? inner : { op: "is", relation, where: inner };
    if (!nullable) return is;
    const present: Expression = { op: "is", relation, where: always };
    return wanted ? join("and", [present, is]) : join("or", [{ op: "not", of: present }, is]);
  }

  private compare(record: string, expression: Comparing, wanted: boolean): Expression {
    const { type, nullable } = fieldOf(this.schema, record, expression.field);
    if (expression.op === "in") {
      if (expression.values.length === 0) return wanted ? never : always;
      // Prisma knows no list of booleans.
      if (type === "boolean") return this.rewrite(record, asChoice(expression), wanted);
    }
    if (!nullable) return wanted ? expression : { op: "not", of: expression };
    const missing: Expression = { op: "isNull", field: expression.field };
    return wanted
      ? join("and", [{ op: "not", of: missing }, expression])
      : join("or", [missing, { op: "not", of: expression }]);
  }
}

type Comparing = Extract<Expression, { op: "eq" | "in" | "inSet" | "lt" | "lte" | "gt" | "gte" }>;

function asChoice({ field, values }: Extract<Expression, { op: "in" }>): Expression {
  return { op: "or", of: values.map((value) => ({ op: "eq", field, value })) };
}

function join(op: "and" | "or", parts: readonly Expression[]): Expression {
  const [unit, zero] = op === "and" ? [always, never] : [never, always];
  if (parts.some((part) => part.op === zero.op)) return zero;
  const left = parts.filter((part) => part.op !== unit.op);
  const [only = unit] = left;
  return left.length > 1 ? { op, of: left } : only;
}
