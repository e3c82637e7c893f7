import type { Expression } from "@/lib/policy/expression";
import { fieldOf, type RecordSchema, relationOf } from "@/lib/policy/record-schema";

/**
 * A resolved condition as one writes it for Prisma by hand: word for word, `not` as `NOT`. This is what CASL is given,
 * for its check and for its list alike. What Prisma's types refuse (a required field that is null, a list of booleans)
 * is written as Prisma takes it.
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
      throw new TypeError("The condition was not resolved.");
    case "eq":
      return { [expression.field]: expression.value };
    default:
      return { [expression.field]: { [expression.op]: expression.value } };
  }
}

const none = { id: { in: [] } };
