import { type Expression, isViewerRef, type Operand, type Scalar } from "./expression";
import { fieldOf, type RecordSchema, relationOf } from "./record-schema";

/** An expression in words: "you are its creator or you are its chair". */
export function sentenceOf(schema: RecordSchema, record: string, expression: Expression): string {
  return say(schema, record, expression, true);
}

function say(schema: RecordSchema, record: string, expression: Expression, positive: boolean): string {
  switch (expression.op) {
    case "always":
    case "never":
      return (expression.op === "always") === positive ? "it applies to all" : "it applies to none";
    case "not":
      return say(schema, record, expression.of, !positive);
    case "and":
    case "or": {
      const word = (expression.op === "and") === positive ? " and " : " or ";
      return expression.of.map((part) => say(schema, record, part, positive)).join(word);
    }
    case "some": {
      const { to, says } = relationOf(schema, record, expression.relation);
      return (
        sayMembership(says, expression.where, positive, schema, to) ??
        `for ${positive ? "one" : "none"} of its ${says}, ${say(schema, to, expression.where, true)}`
      );
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
      return `${expression.field === "id" ? "it" : `its ${name}`} ${is} one of ${sets[expression.set] ?? expression.set}`;
    case "eq":
      if (isMe(expression.value)) return `you ${positive ? "are" : "are not"} its ${name}`;
      return typeof expression.value === "boolean"
        ? `it ${expression.value === positive ? "has" : "has no"} ${name}`
        : `its ${name} ${is} ${sayOperand(expression.value)}`;
    default:
      return `its ${name} ${is} ${(isTime(expression.value) ? timeComparisons : comparisons)[expression.op]} ${sayOperand(expression.value)}`;
  }
}

const comparisons = { lt: "less than", lte: "at most", gt: "more than", gte: "at least" };
const timeComparisons = { lt: "before", lte: "at or before", gt: "after", gte: "at or after" };

const sets: Readonly<Record<string, string>> = {
  services: "the services you have access to",
  foldersInvited: "the folders you are invited to",
};

const attributes = { personId: "you", contactId: "you", accountId: "your account", now: "now" };

function isMe(operand: Operand): boolean {
  return isViewerRef(operand) && (operand.viewer === "contactId" || operand.viewer === "personId");
}

function isTime(operand: Operand): boolean {
  return operand instanceof Date || (isViewerRef(operand) && operand.viewer === "now");
}

/** "you are one of its invitees with voting rights", where a related row is about the viewer; null otherwise. */
function sayMembership(
  says: string,
  where: Expression,
  positive: boolean,
  schema: RecordSchema,
  to: string,
): string | null {
  const parts = where.op === "and" ? where.of : [where];
  const flags = parts.filter((part) => part.op === "eq" && part.value === true);
  const mine = parts.filter((part) => part.op === "eq" && isMe(part.value));
  if (mine.length !== 1 || flags.length + 1 !== parts.length) return null;
  const extras = flags.map((part) => ` with ${fieldOf(schema, to, part.op === "eq" ? part.field : "").says}`);
  return `you ${positive ? "are" : "are not"} one of its ${says}${extras.join(" and")}`;
}

function sayOperand(operand: Operand): string {
  return isViewerRef(operand) ? attributes[operand.viewer] : sayScalar(operand);
}

function sayScalar(value: Scalar): string {
  return value instanceof Date ? value.toISOString().slice(0, 10) : String(value);
}
