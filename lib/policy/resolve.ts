import { type Attributes, type Expression, isViewerRef, never, type Scalar, setOf } from "./expression";

/** Replaces the viewer's attributes and sets by values. An attribute the viewer lacks matches no record. */
export function resolve(expression: Expression, viewer: Attributes): Expression {
  switch (expression.op) {
    case "always":
    case "never":
    case "isNull":
      return expression;
    case "and":
    case "or":
      return { op: expression.op, of: expression.of.map((part) => resolve(part, viewer)) };
    case "not":
      return { op: "not", of: resolve(expression.of, viewer) };
    case "some":
    case "is":
      return { ...expression, where: resolve(expression.where, viewer) };
    case "in":
      return { ...expression, values: expression.values.map(sound) };
    case "inSet":
      return { op: "in", field: expression.field, values: [...setOf(viewer, expression.set)] };
    default: {
      const value = isViewerRef(expression.value) ? viewer[expression.value.viewer] : expression.value;
      return value === null ? never : { ...expression, value: sound(value) };
    }
  }
}

function sound(value: Scalar): Scalar {
  if (value === undefined || Number.isNaN(value instanceof Date ? value.getTime() : value)) {
    throw new TypeError("A condition compares with an invalid value.");
  }
  return value;
}
