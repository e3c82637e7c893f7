import type { Expression } from "@/lib/policy/expression";

/** Written out, because the filter Prisma gets is what counts. */
const noRows = { id: { in: [] } };
const everyRow = { id: { notIn: [] } };
const at = new Date("2026-03-02T09:00:00Z");
const kindIsA = { op: "eq", field: "kind", value: "a" } as const;
const nothingInKind = { op: "in", field: "kind", values: [] } as const;

interface Form {
  readonly expression: Expression;
  /** The Prisma filter for it and for its negation. */
  readonly where: object;
  readonly not: object;
  /** Loaded things that match, and things that don't. */
  readonly yes: readonly object[];
  readonly no: readonly object[];
}

const about = (expression: Expression, where: object, not: object, yes: object[], no: object[]): Form => ({
  expression,
  where,
  not,
  yes,
  no,
});

const present = (field: string, where: object) => ({ AND: [{ [field]: { not: null } }, { [field]: where }] });
const missing = (field: string, where: object) => ({ OR: [{ [field]: null }, { [field]: where }] });

/** Every form of expression about an invented thing, with answers worked out by hand. */
export const forms: Readonly<Record<string, Form>> = {
  always: about({ op: "always" }, everyRow, noRows, [{}], []),
  never: about({ op: "never" }, noRows, everyRow, [], [{}]),
  "a value": about(kindIsA, { kind: { equals: "a" } }, { kind: { not: "a" } }, [{ kind: "a" }], [{ kind: "b" }]),
  "a value that may be missing": about(
    { op: "eq", field: "label", value: "a" },
    present("label", { equals: "a" }),
    missing("label", { not: "a" }),
    [{ label: "a" }],
    [{ label: "b" }, { label: null }],
  ),
  "a date": about(
    { op: "eq", field: "at", value: at },
    { at: { equals: at } },
    { at: { not: at } },
    [{ at: new Date(at) }],
    [{ at: new Date(at.getTime() + 1) }],
  ),
  "one of the viewer's own": about(
    { op: "eq", field: "ownerId", value: { viewer: "personId" } },
    present("ownerId", { equals: "person" }),
    missing("ownerId", { not: "person" }),
    [{ ownerId: "person" }],
    [{ ownerId: "contact" }, { ownerId: null }],
  ),
  "one that the viewer lacks": about(
    { op: "eq", field: "ownerId", value: { viewer: "accountId" } },
    noRows,
    everyRow,
    [],
    [{ ownerId: "person" }, { ownerId: null }],
  ),
  "one of several": about(
    { op: "in", field: "kind", values: ["a", "b"] },
    { kind: { in: ["a", "b"] } },
    { kind: { notIn: ["a", "b"] } },
    [{ kind: "a" }, { kind: "b" }],
    [{ kind: "c" }],
  ),
  "one of none": about(nothingInKind, noRows, everyRow, [], [{ kind: "a" }]),
  "one of several, or missing": about(
    { op: "in", field: "label", values: ["a"] },
    present("label", { in: ["a"] }),
    missing("label", { notIn: ["a"] }),
    [{ label: "a" }],
    [{ label: "b" }, { label: null }],
  ),
  "one of several dates": about(
    { op: "in", field: "at", values: [at] },
    { at: { in: [at] } },
    { at: { notIn: [at] } },
    [{ at: new Date(at) }],
    [{ at: new Date(0) }],
  ),
  "a switch": about(
    { op: "in", field: "open", values: [true] },
    { open: { equals: true } },
    { open: { not: true } },
    [{ open: true }],
    [{ open: false }],
  ),
  "a switch, either way": about(
    { op: "in", field: "open", values: [true, false] },
    { OR: [{ open: { equals: true } }, { open: { equals: false } }] },
    { AND: [{ open: { not: true } }, { open: { not: false } }] },
    [{ open: true }, { open: false }],
    [],
  ),
  "one of a set": about(
    { op: "inSet", field: "groupId", set: "mine" },
    { groupId: { in: ["g"] } },
    { groupId: { notIn: ["g"] } },
    [{ groupId: "g" }],
    [{ groupId: "h" }],
  ),
  below: about(
    { op: "lt", field: "count", value: 1 },
    { count: { lt: 1 } },
    { count: { gte: 1 } },
    [{ count: 0 }],
    [{ count: 1 }, { count: 2 }],
  ),
  "at most": about(
    { op: "lte", field: "count", value: 1 },
    { count: { lte: 1 } },
    { count: { gt: 1 } },
    [{ count: 0 }, { count: 1 }],
    [{ count: 2 }],
  ),
  above: about(
    { op: "gt", field: "limit", value: 1 },
    present("limit", { gt: 1 }),
    missing("limit", { lte: 1 }),
    [{ limit: 2 }],
    [{ limit: 1 }, { limit: 0 }, { limit: null }],
  ),
  "at least": about(
    { op: "gte", field: "count", value: 1 },
    { count: { gte: 1 } },
    { count: { lt: 1 } },
    [{ count: 1 }, { count: 2 }],
    [{ count: 0 }],
  ),
  "before now": about(
    { op: "lt", field: "until", value: { viewer: "now" } },
    present("until", { lt: at }),
    missing("until", { gte: at }),
    [{ until: new Date(at.getTime() - 1) }],
    [{ until: new Date(at) }, { until: new Date(at.getTime() + 1) }, { until: null }],
  ),
  missing: about(
    { op: "isNull", field: "label" },
    { label: null },
    { label: { not: null } },
    [{ label: null }],
    [{ label: "" }],
  ),
  "missing where nothing can be": about({ op: "isNull", field: "kind" }, noRows, everyRow, [], [{ kind: "" }]),
  "any part": about(
    { op: "some", relation: "parts", where: { op: "always" } },
    { parts: { some: {} } },
    { parts: { none: {} } },
    [{ parts: [{}] }],
    [{ parts: [] }],
  ),
  "a part of a kind": about(
    { op: "some", relation: "parts", where: { op: "eq", field: "id", value: "p" } },
    { parts: { some: { id: { equals: "p" } } } },
    { parts: { none: { id: { equals: "p" } } } },
    [{ parts: [{ id: "o" }, { id: "p" }] }],
    [{ parts: [{ id: "o" }] }, { parts: [] }],
  ),
  "a part that cannot be": about(
    { op: "some", relation: "parts", where: { op: "in", field: "id", values: [] } },
    noRows,
    everyRow,
    [],
    [{ parts: [{ id: "p" }] }],
  ),
  "its shelf": about(
    { op: "is", relation: "shelf", where: { op: "eq", field: "count", value: 1 } },
    { shelf: { is: { count: { equals: 1 } } } },
    { shelf: { is: { count: { not: 1 } } } },
    [{ shelf: { count: 1 } }],
    [{ shelf: { count: 2 } }],
  ),
  "any shelf": about({ op: "is", relation: "shelf", where: { op: "always" } }, everyRow, noRows, [{ shelf: {} }], []),
  "no shelf": about({ op: "is", relation: "shelf", where: { op: "never" } }, noRows, everyRow, [], [{ shelf: {} }]),
  "its box, if it has one": about(
    { op: "is", relation: "box", where: { op: "eq", field: "id", value: "b" } },
    { AND: [{ box: { isNot: null } }, { box: { is: { id: { equals: "b" } } } }] },
    { OR: [{ box: { is: null } }, { box: { is: { id: { not: "b" } } } }] },
    [{ box: { id: "b" } }],
    [{ box: { id: "c" } }, { box: null }],
  ),
  "any box": about(
    { op: "is", relation: "box", where: { op: "always" } },
    { box: { isNot: null } },
    { box: { is: null } },
    [{ box: {} }],
    [{ box: null }],
  ),
  "no box": about(
    { op: "is", relation: "box", where: { op: "never" } },
    noRows,
    everyRow,
    [],
    [{ box: {} }, { box: null }],
  ),
  both: about(
    { op: "and", of: [kindIsA, { op: "lt", field: "count", value: 1 }] },
    { AND: [{ kind: { equals: "a" } }, { count: { lt: 1 } }] },
    { OR: [{ kind: { not: "a" } }, { count: { gte: 1 } }] },
    [{ kind: "a", count: 0 }],
    [
      { kind: "a", count: 1 },
      { kind: "b", count: 0 },
    ],
  ),
  either: about(
    { op: "or", of: [kindIsA, { op: "lt", field: "count", value: 1 }] },
    { OR: [{ kind: { equals: "a" } }, { count: { lt: 1 } }] },
    { AND: [{ kind: { not: "a" } }, { count: { gte: 1 } }] },
    [
      { kind: "a", count: 1 },
      { kind: "b", count: 0 },
    ],
    [{ kind: "b", count: 1 }],
  ),
  "all of three": about(
    { op: "and", of: [kindIsA, kindIsA, { op: "lt", field: "count", value: 1 }] },
    { AND: [{ kind: { equals: "a" } }, { kind: { equals: "a" } }, { count: { lt: 1 } }] },
    { OR: [{ kind: { not: "a" } }, { kind: { not: "a" } }, { count: { gte: 1 } }] },
    [{ kind: "a", count: 0 }],
    [{ kind: "a", count: 1 }],
  ),
  "one of three": about(
    { op: "or", of: [kindIsA, kindIsA, { op: "lt", field: "count", value: 1 }] },
    { OR: [{ kind: { equals: "a" } }, { kind: { equals: "a" } }, { count: { lt: 1 } }] },
    { AND: [{ kind: { not: "a" } }, { kind: { not: "a" } }, { count: { gte: 1 } }] },
    [
      { kind: "a", count: 1 },
      { kind: "b", count: 0 },
    ],
    [{ kind: "b", count: 1 }],
  ),
  "all of one": about(
    { op: "and", of: [kindIsA] },
    { kind: { equals: "a" } },
    { kind: { not: "a" } },
    [{ kind: "a" }],
    [{ kind: "b" }],
  ),
  "all of none": about({ op: "and", of: [] }, everyRow, noRows, [{}], []),
  "one of none at all": about({ op: "or", of: [] }, noRows, everyRow, [], [{}]),
  "both, one of which is certain": about(
    { op: "and", of: [{ op: "always" }, kindIsA] },
    { kind: { equals: "a" } },
    { kind: { not: "a" } },
    [{ kind: "a" }],
    [{ kind: "b" }],
  ),
  "both, one of which cannot be": about(
    { op: "and", of: [kindIsA, nothingInKind] },
    noRows,
    everyRow,
    [],
    [{ kind: "a" }],
  ),
  "either, one of which is certain": about(
    { op: "or", of: [kindIsA, { op: "always" }] },
    everyRow,
    noRows,
    [{ kind: "b" }],
    [],
  ),
  "either, one of which cannot be": about(
    { op: "or", of: [nothingInKind, kindIsA] },
    { kind: { equals: "a" } },
    { kind: { not: "a" } },
    [{ kind: "a" }],
    [{ kind: "b" }],
  ),
  "a negation": about(
    { op: "not", of: kindIsA },
    { kind: { not: "a" } },
    { kind: { equals: "a" } },
    [{ kind: "b" }],
    [{ kind: "a" }],
  ),
};

/** The viewer: without an account, and with one set of ids. */
export const reader = {
  personId: "person",
  contactId: "contact",
  accountId: null,
  now: at,
  sets: { mine: new Set(["g"]) },
};
