import { describe, expect, it } from "vitest";
import type { Expression } from "@/lib/policy/expression";
import { not, rowsWhere, toPrismaWhere } from "@/lib/policy/filter";
import { predicateOf } from "@/lib/policy/predicate";
import { listWhere } from "@/lib/policy/prisma-where";
import { forms, reader } from "./forms";
import { things } from "./list-check/things";

describe.each(Object.entries(forms))("the condition %s", (_, form) => {
  it("becomes a filter, and its negation the filter of all other rows", () => {
    const rows = rowsWhere(things, "thing", form.expression, reader);
    expect(toPrismaWhere(rows)).toEqual({ AND: [form.where] });
    expect(toPrismaWhere(not(rows))).toEqual({ AND: [form.not] });
  });

  it("is met by the records it should be met by, and by no others", () => {
    const holds = predicateOf(things, "thing", form.expression);
    const holdsNot = predicateOf(things, "thing", { op: "not", of: form.expression });
    const answers = (rows: readonly object[]) =>
      rows.map((row) => [holds(row as never, reader), holdsNot(row as never, reader)]);
    expect(answers(form.yes)).toEqual(form.yes.map(() => [true, false]));
    expect(answers(form.no)).toEqual(form.no.map(() => [false, true]));
  });
});

describe("an expression whose sets and negations were not worked out", () => {
  it.each<[Expression, string]>([
    [{ op: "inSet", field: "groupId", set: "mine" }, '"inSet" cannot stand here'],
    [{ op: "not", of: { op: "and", of: [] } }, '"and" cannot stand here'],
    [{ op: "not", of: { op: "inSet", field: "groupId", set: "mine" } }, '"inSet" cannot stand here'],
  ])("is no filter: %j", (expression, message) => {
    expect(() => listWhere(expression)).toThrow(
      expect.objectContaining({ name: "TypeError", message: expect.stringContaining(message) }),
    );
  });

  it("nor is one about a relation that there is none of", () => {
    const wrong: Expression = { op: "some", relation: "toString", where: { op: "always" } };
    expect(() => rowsWhere(things, "thing", wrong, reader)).not.toThrow();
    expect(() => toPrismaWhere(rowsWhere(things, "thing", wrong, reader))).toThrow('no relation "toString"');
  });
});

describe("an attribute of the viewer that is not there", () => {
  it("is never equal to, below or above anything", () => {
    const nobody = { ...reader, personId: null };
    for (const op of ["eq", "lt", "gte"] as const) {
      const mine = { op, field: "ownerId", value: { viewer: "personId" } } as Expression;
      expect(predicateOf(things, "thing", mine)({ ownerId: null }, nobody)).toBe(false);
      expect(predicateOf(things, "thing", mine)({ ownerId: "person" }, nobody)).toBe(false);
      expect(predicateOf(things, "thing", { ...mine, field: "count" } as Expression)({ count: 5 }, nobody)).toBe(false);
    }
  });

  it("is told from the others", () => {
    const whole = { ...reader, accountId: "account" };
    for (const viewer of ["personId", "contactId", "accountId"] as const) {
      const mine = predicateOf(things, "thing", { op: "eq", field: "ownerId", value: { viewer } });
      const equal = ["person", "contact", "account"].filter((ownerId) => mine({ ownerId }, whole));
      expect(equal).toEqual([whole[viewer]]);
    }
  });
});
