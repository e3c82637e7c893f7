import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it } from "vitest";
import { Sql, sql } from "@/lib/platform/db/sql";
import { hasSqlWhere, rowsWhere, toPrismaWhere, toSqlWhere } from "@/lib/policy/filter";
import { predicateOf } from "@/lib/policy/predicate";
import { reading } from "@/lib/policy/select";
import { anExpression } from "./an-expression";
import { type Laboratory, openLaboratory, type Row } from "./laboratory";
import { aReader, aWorld, insert, related, things } from "./things";

/** Six worlds of records with 600 conditions each. */
const worlds = [1, 2, 3, 4, 5, 6];
const conditionsInEach = 600;

describe.each(worlds)("rule 10: a list shows a row if and only if its check allows it (world %i)", (seed) => {
  let laboratory: Laboratory;
  let rows: Row[];

  beforeAll(async () => {
    laboratory = await openLaboratory(inject("templateUrl"));
    const world = aWorld(60, seed);
    await insert(laboratory, world);
    rows = related(world);
  });
  afterAll(() => laboratory.close());

  it(`for ${conditionsInEach} random conditions and viewers`, { timeout: 900_000 }, async () => {
    let some = 0;
    await fc.assert(
      fc.asyncProperty(anExpression(things, "thing", 3), aReader, async (expression, reader) => {
        const allowed = predicateOf(things, "thing", expression);
        const where = toPrismaWhere(rowsWhere(things, "thing", expression, reader));
        const listed = await laboratory.table("thing").findMany({ where, select: { id: true } });
        expect(idsOf(listed)).toEqual(idsOf(rows.filter((row) => allowed(row, reader))));
        if (listed.length > 0 && listed.length < rows.length) some++;
      }),
      { numRuns: conditionsInEach, seed },
    );
    // Conditions that match all rows or none prove little.
    expect(some).toBeGreaterThan(conditionsInEach / 3);
  });

  it("and its form in SQL finds the rows that its form for Prisma finds", { timeout: 900_000 }, async () => {
    let some = 0;
    await fc.assert(
      fc.asyncProperty(anExpression(ownFields, "thing", 3), aReader, async (expression, reader) => {
        const filter = rowsWhere(ownFields, "thing", expression, reader);
        const { strings, values } = toSqlWhere(filter, "t");
        const { text, values: sent } = sql`select t."id" from "Thing" t where ${new Sql(strings, values)}`;
        const found = await laboratory.query(text, sent);
        const listed = await laboratory.table("thing").findMany({ where: toPrismaWhere(filter), select: { id: true } });
        expect(idsOf(found)).toEqual(idsOf(listed));
        if (found.length > 0 && found.length < rows.length) some++;
      }),
      { numRuns: conditionsInEach, seed },
    );
    expect(some).toBeGreaterThan(conditionsInEach / 4);
  });

  it("and a filter has a form in SQL if and only if it can be written so", () => {
    const kinds = { written: 0, refused: 0 };
    fc.assert(
      fc.property(anExpression(things, "thing", 3), aReader, (expression, reader) => {
        const filter = rowsWhere(things, "thing", expression, reader);
        if (hasSqlWhere(filter)) expect(toSqlWhere(filter, "t").strings.join("")).not.toBe("");
        else expect(() => toSqlWhere(filter, "t")).toThrow("has no form in SQL");
        kinds[hasSqlWhere(filter) ? "written" : "refused"]++;
      }),
      { numRuns: conditionsInEach, seed },
    );
    expect(Math.min(kinds.written, kinds.refused)).toBeGreaterThan(20);
  });

  it("and the select of a condition loads all that its check reads", { timeout: 900_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(anExpression(things, "thing", 2), aReader, async (expression, reader) => {
        const allowed = predicateOf(things, "thing", expression);
        const select = { id: true, ...reading(expression) };
        const loaded = await laboratory.table("thing").findMany({ select });
        expect(idsOf(loaded.filter((row) => allowed(row, reader)))).toEqual(
          idsOf(rows.filter((row) => allowed(row, reader))),
        );
      }),
      { numRuns: 50, seed },
    );
  });
});

/** Things without their relations, which have no form in SQL. */
const ownFields = { ...things, thing: { fields: things.thing?.fields ?? {}, relations: {} } };

function idsOf(rows: readonly Row[]): string[] {
  return rows.map(({ id }) => id).sort();
}
