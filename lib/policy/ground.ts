import { type Attributes, always, type Expression, isViewerRef, never, type Scalar, setOf } from "./expression";
import { fieldOf, type RecordSchema, relationOf } from "./record-schema";

/**
 * Rewrites an expression for one viewer: the viewer's attributes and sets become values, negation is pushed inward until
 * it stands before single comparisons, and constants are folded away. What is left is `always`, `never`, or an
 * expression that holds neither. A negated comparison keeps the rows whose value is missing, as the predicate does. A
 * plain one says that there is a value, so that SQL finds it false and not unknown where there is none, and the filter
 * can be negated once more by whoever gets it.
 */
export function ground(schema: RecordSchema, record: string, expression: Expression, viewer: Attributes): Expression {
  return new Grounding(schema, viewer).rewrite(record, expression, true);
}

class Grounding {
  constructor(
    private readonly schema: RecordSchema,
    private readonly viewer: Attributes,
  ) {}

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

  private compare(record: string, expression: OnValue, wanted: boolean): Expression {
    const { type, nullable } = fieldOf(this.schema, record, expression.field);
    // Prisma knows no list of booleans.
    if (expression.op === "in" && type === "boolean") return this.rewrite(record, asChoice(expression), wanted);
    const positive = this.resolve(expression);
    if (positive.op === "never") return wanted ? never : always;
    if (!nullable) return wanted ? positive : { op: "not", of: positive };
    const missing: Expression = { op: "isNull", field: expression.field };
    return wanted
      ? join("and", [{ op: "not", of: missing }, positive])
      : join("or", [missing, { op: "not", of: positive }]);
  }

  private resolve(expression: OnValue): Expression {
    if (expression.op === "inSet") {
      return oneOf(expression.field, [...setOf(this.viewer, expression.set)]);
    }
    if (expression.op === "in") return oneOf(expression.field, expression.values);
    const value = isViewerRef(expression.value) ? this.viewer[expression.value.viewer] : expression.value;
    return value === null ? never : { ...expression, value: sound(value) };
  }
}

type OnValue = Extract<Expression, { op: "eq" | "in" | "inSet" | "lt" | "lte" | "gt" | "gte" }>;

function asChoice({ field, values }: Extract<Expression, { op: "in" }>): Expression {
  return { op: "or", of: values.map((value) => ({ op: "eq", field, value })) };
}

function oneOf(field: string, values: readonly Scalar[]): Expression {
  return values.length === 0 ? never : { op: "in", field, values: values.map(sound) };
}

function sound(value: Scalar): Scalar {
  if (value === undefined || Number.isNaN(value instanceof Date ? value.getTime() : value)) {
    throw new TypeError("A condition compares with a value that is not one.");
  }
  return value;
}

function join(op: "and" | "or", parts: readonly Expression[]): Expression {
  const [unit, zero] = op === "and" ? [always, never] : [never, always];
  if (parts.some((part) => part.op === zero.op)) return zero;
  const left = parts.filter((part) => part.op !== unit.op);
  const [only = unit] = left;
  return left.length > 1 ? { op, of: left } : only;
}
