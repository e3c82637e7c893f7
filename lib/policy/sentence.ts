import { type Expression, isViewerRef, type Operand, type Scalar } from "./expression";
import { fieldOf, type RecordSchema, relationOf } from "./record-schema";

/** An expression in words: "its creator is you or its chair is you". */
export function sentenceOf(schema: RecordSchema, record: string, expression: Expression): string {
  return say(schema, record, expression, true);
}

function say(schema: RecordSchema, record: string, expression: Expression, positive: boolean): string {
  switch (expression.op) {
    case "always":
    case "never":
      return (expression.op === "always") === positive ? "it is so for every one" : "it is so for none";
    case "not":
      return say(schema, record, expression.of, !positive);
    case "and":
    case "or": {
      const word = (expression.op === "and") === positive ? " and " : " or ";
      return expression.of.map((part) => say(schema, record, part, positive)).join(word);
    }
    case "some": {
      const { to, says } = relationOf(schema, record, expression.relation);
      return `for ${positive ? "one" : "none"} of its ${says}, ${say(schema, to, expression.where, true)}`;
    }
    case "is": {
      const { to, says, nullable } = relationOf(schema, record, expression.relation);
      const missing = nullable && !positive ? `it has no ${says} or ` : "";
      return `${missing}for its ${says}, ${say(schema, to, expression.where, positive)}`;
    }
    default:
      return sayField(fieldOf(schema, record, expression.field).says, expression, positive);
  }
}

type OnField = Exclude<Expression, { op: "always" | "never" | "and" | "or" | "not" | "some" | "is" }>;

function sayField(name: string, expression: OnField, positive: boolean): string {
  const is = positive ? "is" : "is not";
  switch (expression.op) {
    case "isNull":
      return positive ? `it has no ${name}` : `it has a ${name}`;
    case "in":
      return `its ${name} ${is} ${expression.values.map(sayScalar).join(" or ")}`;
    case "inSet":
      return `its ${name} ${is} among ${sets[expression.set] ?? expression.set}`;
    case "eq":
      return expression.value === true || expression.value === false
        ? `it ${expression.value === positive ? "has" : "has no"} ${name}`
        : `its ${name} ${is} ${sayOperand(expression.value)}`;
    default:
      return `its ${name} ${is} ${comparisons[expression.op]} ${sayOperand(expression.value)}`;
  }
}

const comparisons = { lt: "below", lte: "at most", gt: "above", gte: "at least" };

const sets: Readonly<Record<string, string>> = {
  services: "the services chosen for you",
  foldersInvited: "the folders you are invited to",
};

const attributes = { personId: "you", contactId: "you", accountId: "your account", now: "the present time" };

function sayOperand(operand: Operand): string {
  return isViewerRef(operand) ? attributes[operand.viewer] : sayScalar(operand);
}

function sayScalar(value: Scalar): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
