import { msg, type Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { type Comparison, type Expression, isViewerRef, type Operand, type Scalar } from "./expression";
import { fieldOf, type RecordSchema, relationOf } from "./record-schema";

/** An expression in words, in the reader's language: "you are its creator or you are its chair". */
export function sentenceOf(schema: RecordSchema, record: string, expression: Expression): string {
  return inWords(schema, record, expression, true);
}

/** "a and b", also of more than two. */
export const allOf = (parts: readonly string[]): string =>
  parts.reduce((first, second) => t("{first} and {second}", { first, second }));

/** "a or b", also of more than two. */
export const anyOf = (parts: readonly string[]): string =>
  parts.reduce((first, second) => t("{first} or {second}", { first, second }));

function inWords(schema: RecordSchema, record: string, expression: Expression, positive: boolean): string {
  switch (expression.op) {
    case "always":
    case "never":
      return (expression.op === "always") === positive ? t("it applies to all") : t("it applies to none");
    case "not":
      return inWords(schema, record, expression.of, !positive);
    case "and":
    case "or": {
      const parts = expression.of.map((part) => inWords(schema, record, part, positive));
      return (expression.op === "and") === positive ? allOf(parts) : anyOf(parts);
    }
    case "some": {
      const { to, says } = relationOf(schema, record, expression.relation);
      const membership = sayMembership(says, expression.where, positive, schema, to);
      if (membership !== null) return membership;
      const values = { records: t(says), sentence: inWords(schema, to, expression.where, true) };
      return positive
        ? t("for one of its {records}, {sentence}", values)
        : t("for none of its {records}, {sentence}", values);
    }
    case "is": {
      const { to, says, nullable } = relationOf(schema, record, expression.relation);
      const values = { record: t(says), sentence: inWords(schema, to, expression.where, positive) };
      return nullable && !positive
        ? t("it has no {record} or for its {record}, {sentence}", values)
        : t("for its {record}, {sentence}", values);
    }
    default:
      return sayField(t(fieldOf(schema, record, expression.field).says), expression, positive);
  }
}

type OnField = Exclude<Expression, { op: "always" | "never" | "and" | "or" | "not" | "some" | "is" }>;

function sayField(field: string, expression: OnField, positive: boolean): string {
  switch (expression.op) {
    case "isNull":
      return positive ? t("it has no {field}", { field }) : t("it has a {field}", { field });
    case "in":
      return sayEqual(field, anyOf(expression.values.map(sayScalar)), positive);
    case "inSet":
      return saySet(expression.field === "id" ? null : field, expression.set, positive);
    case "eq":
      if (isMe(expression.value))
        return positive ? t("you are its {field}", { field }) : t("you are not its {field}", { field });
      if (typeof expression.value !== "boolean") return sayEqual(field, sayOperand(expression.value), positive);
      return expression.value === positive ? t("it has {field}", { field }) : t("it has no {field}", { field });
    default:
      return sayComparison(field, expression, positive);
  }
}

function sayEqual(field: string, value: string, positive: boolean): string {
  return positive ? t("its {field} is {value}", { field, value }) : t("its {field} is not {value}", { field, value });
}

/** Without a field, the record itself is in the set. */
function saySet(field: string | null, name: string, positive: boolean): string {
  const named = sets[name.split(":")[0] ?? name];
  const set = named ? t(named) : name;
  if (field === null) return positive ? t("it is one of {set}", { set }) : t("it is not one of {set}", { set });
  return positive
    ? t("its {field} is one of {set}", { field, set })
    : t("its {field} is not one of {set}", { field, set });
}

function sayComparison(field: string, { op, value }: Extract<OnField, { op: Comparison }>, positive: boolean): string {
  const comparison = t((isTime(value) ? timeComparisons : comparisons)[op]);
  const values = { field, comparison, value: sayOperand(value) };
  return positive
    ? t("its {field} is {comparison} {value}", values)
    : t("its {field} is not {comparison} {value}", values);
}

const comparisons = { lt: msg("less than"), lte: msg("at most"), gt: msg("more than"), gte: msg("at least") };
const timeComparisons = {
  lt: msg("before"),
  lte: msg("at or before"),
  gt: msg("after"),
  gte: msg("at or after"),
};

const sets: Readonly<Record<string, Sentence>> = {
  services: msg("the services you have access to"),
  granted: msg("the records you were given access to"),
  departments: msg("the departments you have access to"),
};

const attributes = {
  personId: msg("you@@value"),
  contactId: msg("you@@value"),
  accountId: msg("your account@@value"),
  now: msg("now@@value"),
};

/** The values that conditions name. */
const valueNames: Readonly<Record<string, Sentence>> = {
  draft: msg("draft@@value"),
  billing: msg("billing@@value"),
  support: msg("support@@value"),
  sales: msg("sales@@value"),
  security: msg("security@@value"),
  people: msg("people@@value"),
};

function isMe(operand: Operand): boolean {
  return isViewerRef(operand) && (operand.viewer === "contactId" || operand.viewer === "personId");
}

function isTime(operand: Operand): boolean {
  return operand instanceof Date || (isViewerRef(operand) && operand.viewer === "now");
}

/** "you are one of its invitees with voting rights", where a related row is about the viewer; null otherwise. */
function sayMembership(
  says: Sentence,
  where: Expression,
  positive: boolean,
  schema: RecordSchema,
  to: string,
): string | null {
  const parts = where.op === "and" ? where.of : [where];
  const flags = parts.flatMap((part) => (part.op === "eq" && part.value === true ? [part.field] : []));
  const mine = parts.filter((part) => part.op === "eq" && isMe(part.value));
  if (mine.length !== 1 || flags.length + 1 !== parts.length) return null;
  const records = t(says);
  if (flags.length === 0) {
    return positive
      ? t("you are one of its {records}", { records })
      : t("you are not one of its {records}", { records });
  }
  const extras = allOf(flags.map((field) => t("with {field}", { field: t(fieldOf(schema, to, field).says) })));
  return positive
    ? t("you are one of its {records} {extras}", { records, extras })
    : t("you are not one of its {records} {extras}", { records, extras });
}

function sayOperand(operand: Operand): string {
  return isViewerRef(operand) ? t(attributes[operand.viewer]) : sayScalar(operand);
}

function sayScalar(value: Scalar): string {
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  const named = valueNames[String(value)];
  return named ? t(named) : String(value);
}
