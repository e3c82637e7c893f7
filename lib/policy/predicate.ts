import {
  type Attribute,
  type Attributes,
  type Comparison,
  type Expression,
  isViewerRef,
  type Operand,
  type Scalar,
  setOf,
} from "./expression";
import { fieldOf, type Loaded, type RecordSchema, relationOf } from "./record-schema";
import { namingField, rowsNaming } from "./rows-naming";

export type Predicate = (record: Loaded, viewer: Attributes) => boolean;

/**
 * Compiles an expression to a function once, so that a check neither walks a tree nor allocates.
 * Throws for fields and relations the kind of record doesn't have.
 */
export function predicateOf(schema: RecordSchema, record: string, expression: Expression): Predicate {
  const compile = (part: Expression) => predicateOf(schema, record, part);
  switch (expression.op) {
    case "always":
      return () => true;
    case "never":
      return () => false;
    case "and":
      return all(expression.of.map(compile));
    case "or":
      return any(expression.of.map(compile));
    case "not": {
      const test = compile(expression.of);
      return (row, viewer) => !test(row, viewer);
    }
    case "some":
    case "is":
      return onRelation(schema, record, expression);
    default:
      return onField(expression, fieldOf(schema, record, expression.field).type === "date");
  }
}

function all(tests: readonly Predicate[]): Predicate {
  const [first, second] = tests;
  if (first && second && tests.length === 2) return (row, viewer) => first(row, viewer) && second(row, viewer);
  return (row, viewer) => {
    for (const test of tests) if (!test(row, viewer)) return false;
    return true;
  };
}

function any(tests: readonly Predicate[]): Predicate {
  const [first, second] = tests;
  if (first && second && tests.length === 2) return (row, viewer) => first(row, viewer) || second(row, viewer);
  return (row, viewer) => {
    for (const test of tests) if (test(row, viewer)) return true;
    return false;
  };
}

function onRelation(
  schema: RecordSchema,
  record: string,
  { op, relation, where }: Extract<Expression, { op: "some" | "is" }>,
): Predicate {
  const { to, many } = relationOf(schema, record, relation);
  if (many !== (op === "some")) throw new TypeError(`"${op}" does not go with ${record}.${relation}.`);
  const test = predicateOf(schema, to, where);
  if (op === "is") {
    return (row, viewer) => {
      const target = part(row, relation);
      return target !== null && test(target as Loaded, viewer);
    };
  }
  const naming = namingField(where);
  return (row, viewer) => {
    let targets = part(row, relation) as readonly Loaded[];
    if (naming !== null && targets.length > MOST_SCANNED) {
      targets = rowsNaming(targets, naming.field, attributeOf(viewer, naming.attribute));
    }
    for (let i = 0; i < targets.length; i++) if (test(targets[i] as Loaded, viewer)) return true;
    return false;
  };
}

/** Of a longer list, only the rows that name the viewer are tested. */
const MOST_SCANNED = 32;

type OnField = Exclude<Expression, { op: "always" | "never" | "and" | "or" | "not" | "some" | "is" }>;

function onField(expression: OnField, isDate: boolean): Predicate {
  const { field } = expression;
  switch (expression.op) {
    case "isNull":
      return (row) => part(row, field) === null;
    case "in": {
      const values = new Set(expression.values.map(plain));
      return (row) => values.has(plain(part(row, field) as Scalar));
    }
    case "inSet": {
      const { set } = expression;
      return (row, viewer) => setOf(viewer, set).has(part(row, field) as string);
    }
    case "eq":
      return isDate ? compares(field, "eq", expression.value) : equals(field, expression.value);
    default:
      return compares(field, expression.op, expression.value);
  }
}

/** For everything compared by identity: all types except dates. */
function equals(field: string, value: Operand): Predicate {
  if (!isViewerRef(value)) return (row) => part(row, field) === value;
  const { viewer: attribute } = value;
  return (row, viewer) => {
    const mine = attributeOf(viewer, attribute);
    return mine !== null && part(row, field) === mine;
  };
}

function compares(field: string, op: "eq" | Comparison, value: Operand): Predicate {
  const holds = comparisons[op];
  return (row, viewer) => {
    const mine = isViewerRef(value) ? attributeOf(viewer, value.viewer) : value;
    const theirs = part(row, field) as Scalar | null;
    return mine !== null && theirs !== null && holds(plain(theirs), plain(mine));
  };
}

const comparisons = {
  eq: (a: unknown, b: unknown) => a === b,
  lt: (a: unknown, b: unknown) => (a as number) < (b as number),
  lte: (a: unknown, b: unknown) => (a as number) <= (b as number),
  gt: (a: unknown, b: unknown) => (a as number) > (b as number),
  gte: (a: unknown, b: unknown) => (a as number) >= (b as number),
};

/** A switch, because reading a property by a variable name is several times slower. */
function attributeOf(viewer: Attributes, attribute: Attribute): string | Date | null {
  switch (attribute) {
    case "contactId":
      return viewer.contactId;
    case "personId":
      return viewer.personId;
    case "accountId":
      return viewer.accountId;
    case "now":
      return viewer.now;
  }
}

/** Dates are compared by their time. */
function plain(value: Scalar): string | number | boolean {
  return value instanceof Date ? value.getTime() : value;
}

function part(row: Loaded, name: string): unknown {
  const value = row[name];
  if (value === undefined) throw new TypeError(`The record was loaded without "${name}", which its check needs.`);
  return value;
}
