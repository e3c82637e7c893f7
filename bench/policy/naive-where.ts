import type { Expression } from "@/lib/policy/expression";

/**
 * A resolved condition as one writes it for Prisma by hand: word for word, `not` as `NOT`. This is what CASL is given,
 * for its check and for its list alike.
 */
export function naiveWhere(expression: Expression): object {
  switch (expression.op) {
    case "always":
      return {};
    case "never":
      return { id: { in: [] } };
    case "and":
      return { AND: expression.of.map(naiveWhere) };
    case "or":
      return { OR: expression.of.map(naiveWhere) };
    case "not":
      return { NOT: naiveWhere(expression.of) };
    case "some":
      return { [expression.relation]: { some: naiveWhere(expression.where) } };
    case "is":
      return { [expression.relation]: { is: naiveWhere(expression.where) } };
    case "isNull":
      return { [expression.field]: null };
    case "in":
      return { [expression.field]: { in: [...expression.values] } };
    case "inSet":
      throw new TypeError("The condition was not resolved.");
    case "eq":
      return { [expression.field]: expression.value };
    default:
      return { [expression.field]: { [expression.op]: expression.value } };
  }
}
