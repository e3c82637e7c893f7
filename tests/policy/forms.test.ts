import { describe, expect, it } from "vitest";
import type { Expression } from "@/lib/policy/expression";
import { not, rowsWhere, toPrismaWhere } from "@/lib/policy/filter";
import { predicateOf } from "@/lib/policy/predicate";
import { listWhere } from "@/lib/policy/prisma-where";
import { forms, reader } from "./forms";
import { things } from "./list-check/things";

describe.each(Object.entries(forms))("the condition %s", (_, form) => {
  it("becomes a filter, and its negation matches all other rows", () => {
    const rows = rowsWhere(things, "thing", form.expression, reader);
    expect(toPrismaWhere(rows)).toEqual({ AND: [form.where] });
    expect(toPrismaWhere(not(rows))).toEqual({ AND: [form.not] });
  });

  it("matches exactly the expected records", () => {
    const holds = predicateOf(things, "thing", form.expression);
    const holdsNot = predicateOf(things, "thing", { op: "not", of: form.expression });
    const answers = (rows: readonly object[]) =>
      rows.map((row) => [holds(row as never, reader), holdsNot(row as never, reader)]);
    expect(answers(form.yes)).toEqual(form.yes.map(() => [true, false]));
    expect(answers(form.no)).toEqual(form.no.map(() => [false, true]));
  });
});

describe("an expression that was not resolved and normalized", () => {
  it.each<[Expression, string]>([
    [{ op: "inSet", field: "groupId", set: "mine" }, '"inSet" cannot occur here'],
    [{ op: "not", of: { op: "and", of: [] } }, '"and" cannot occur here'],
    [{ op: "not", of: { op: "inSet", field: "groupId", set: "mine" } }, '"inSet" cannot occur here'],
  ])("is refused as a filter: %j", (expression, message) => {
    expect(() => listWhere(expression)).toThrow(
      expect.objectContaining({ name: "TypeError", message: expect.stringContaining(message) }),
    );
  });

  it("is refused as a filter for an unknown relation", () => {
    const wrong: Expression = { op: "some", relation: "toString", where: { op: "always" } };
    expect(() => rowsWhere(things, "thing", wrong, reader)).not.toThrow();
    expect(() => toPrismaWhere(rowsWhere(things, "thing", wrong, reader))).toThrow('no relation "toString"');
  });
});

describe("a missing attribute of the viewer", () => {
  it("is never equal to, less than or more than anything", () => {
    const nobody = { ...reader, personId: null };
    for (const op of ["eq", "lt", "gte"] as const) {
      const mine = { op, field: "ownerId", value: { viewer: "personId" } } as Expression;
      expect(predicateOf(things, "thing", mine)({ ownerId: null }, nobody)).toBe(false);
      expect(predicateOf(things, "thing", mine)({ ownerId: "person" }, nobody)).toBe(false);
      expect(predicateOf(things, "thing", { ...mine, field: "count" } as Expression)({ count: 5 }, nobody)).toBe(false);
    }
  });

  it("is not confused with other attributes", () => {
    const whole = { ...reader, accountId: "account" };
    for (const viewer of ["personId", "contactId", "accountId"] as const) {
      const mine = predicateOf(things, "thing", { op: "eq", field: "ownerId", value: { viewer } });
      const equal = ["person", "contact", "account"].filter((ownerId) => mine({ ownerId }, whole));
      expect(equal).toEqual([whole[viewer]]);
    }
  });
});
