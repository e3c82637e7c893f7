import type { Expression } from "@/lib/policy/expression";
import { fieldOf, type RecordSchema, relationOf } from "@/lib/policy/record-schema";

/**
 * A resolved condition as written for Prisma by hand: a literal translation, with `not` as `NOT`. CASL gets this
 * for both its check and its list. What Prisma's types reject (a required field that is null, a list of booleans)
 * is written in a form Prisma accepts.
 */
export function naiveWhere(schema: RecordSchema, record: string, expression: Expression): object {
  const inner = (part: Expression) => naiveWhere(schema, record, part);
  switch (expression.op) {
    case "always":
      return {};
    case "never":
      return none;
    case "and":
      return { AND: expression.of.map(inner) };
    case "or":
      return { OR: expression.of.map(inner) };
    case "not":
      return { NOT: inner(expression.of) };
    case "some":
    case "is": {
      const { to } = relationOf(schema, record, expression.relation);
      return { [expression.relation]: { [expression.op]: naiveWhere(schema, to, expression.where) } };
    }
    case "isNull":
      return fieldOf(schema, record, expression.field).nullable ? { [expression.field]: null } : none;
    case "in":
      return fieldOf(schema, record, expression.field).type === "boolean"
        ? { OR: expression.values.map((value) => ({ [expression.field]: value })) }
        : { [expression.field]: { in: [...expression.values] } };
    case "inSet":
      throw new TypeError("The condition is unresolved.");
    case "eq":
      return { [expression.field]: expression.value };
    default:
      return { [expression.field]: { [expression.op]: expression.value } };
  }
}

const none = { id: { in: [] } };
