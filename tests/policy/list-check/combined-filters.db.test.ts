import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, inject, it, vi } from "vitest";
import type { Attributes, Expression } from "@/lib/policy/expression";
import { and, not, or, type RowFilter, rowsWhere, toPrismaWhere } from "@/lib/policy/filter";
import { predicateOf } from "@/lib/policy/predicate";
import { anExpression } from "./an-expression";
import { type Laboratory, openLaboratory, type Row } from "./laboratory";
import { aReader, aWorld, insert, related, things } from "./things";

vi.setConfig({ testTimeout: 900_000 });

let laboratory: Laboratory;
let all: Row[];

beforeAll(async () => {
  laboratory = await openLaboratory(inject("templateUrl"));
  const world = aWorld(60, 7);
  await insert(laboratory, world);
  all = related(world);
});
afterAll(() => laboratory.close());

describe("a row filter stays right", () => {
  const aFilter = anExpression(things, "thing", 2);
  const numRuns = 200;

  it.each([
    { name: "and-ed", join: and, holds: (a: boolean, b: boolean) => a && b },
    { name: "or-ed", join: or, holds: (a: boolean, b: boolean) => a || b },
    {
      name: "negated",
      join: (a: RowFilter<"thing">, b: RowFilter<"thing">) => and(not(a), not(not(b))),
      holds: (a: boolean, b: boolean) => !a && b,
    },
    {
      name: "nested in one another",
      join: (a: RowFilter<"thing">, b: RowFilter<"thing">) => not(or(and(a, not(b)), and(not(a), b))),
      holds: (a: boolean, b: boolean) => a === b,
    },
  ])("$name with another", async ({ join, holds }) => {
    await fc.assert(
      fc.asyncProperty(aFilter, aFilter, aReader, async (a, b, reader) => {
        const [inA, inB] = [checkOf(a, reader), checkOf(b, reader)];
        const listed = await list(toPrismaWhere(join(filterOf(a, reader), filterOf(b, reader))));
        expect(listed).toEqual(idsOf(all.filter((row) => holds(inA(row), inB(row)))));
      }),
      { numRuns, seed: 1 },
    );
  });

  it("with conditions of the caller's own", async () => {
    await fc.assert(
      fc.asyncProperty(aFilter, aReader, fc.constantFrom(0, 1, 2), async (a, reader, count) => {
        const listed = await list(toPrismaWhere(filterOf(a, reader), { count: { gte: count }, OR: [{ open: true }] }));
        const inA = checkOf(a, reader);
        expect(listed).toEqual(idsOf(all.filter((row) => inA(row) && Number(row.count) >= count && row.open === true)));
      }),
      { numRuns, seed: 2 },
    );
  });

  it("in Prisma's own NOT, OR and AND", async () => {
    await fc.assert(
      fc.asyncProperty(aFilter, aFilter, aReader, async (a, b, reader) => {
        const [whereA, whereB] = [toPrismaWhere(filterOf(a, reader)), toPrismaWhere(filterOf(b, reader))];
        const [inA, inB] = [checkOf(a, reader), checkOf(b, reader)];
        expect(await list({ NOT: whereA })).toEqual(idsOf(all.filter((row) => !inA(row))));
        expect(await list({ OR: [{ NOT: whereA }, whereB] })).toEqual(
          idsOf(all.filter((row) => !inA(row) || inB(row))),
        );
        expect(await list({ AND: [whereA, { NOT: [whereB] }] })).toEqual(
          idsOf(all.filter((row) => inA(row) && !inB(row))),
        );
      }),
      { numRuns, seed: 3 },
    );
  });

  it("as the filter of a related record", async () => {
    await fc.assert(
      fc.asyncProperty(aFilter, aReader, async (a, reader) => {
        const inA = checkOf(a, reader);
        const where = { thing: toPrismaWhere(filterOf(a, reader)) };
        const parts = await laboratory.table("part").findMany({ where, select: { id: true } });
        expect(idsOf(parts)).toEqual(idsOf(all.filter(inA).flatMap((row) => row.parts as Row[])));
        const emptied = await laboratory.table("shelf").findMany({ where: { things: { none: where.thing } } });
        const full = new Set(all.filter(inA).map((row) => (row.shelf as Row).id));
        expect(emptied.every(({ id }) => !full.has(id))).toBe(true);
      }),
      { numRuns, seed: 4 },
    );
  });

  it("page by page: the pages put together are the list", async () => {
    await fc.assert(
      fc.asyncProperty(aFilter, aReader, fc.integer({ min: 1, max: 17 }), async (a, reader, take) => {
        const where = toPrismaWhere(filterOf(a, reader));
        const table = laboratory.table("thing");
        const orderBy = [{ count: "asc" }, { id: "asc" }];
        const pages: Row[] = [];
        for (let page = await table.findMany({ where, orderBy, take }); page.length > 0; ) {
          pages.push(...page);
          page = await table.findMany({ where, orderBy, take, skip: 1, cursor: { id: pages.at(-1)?.id } });
        }
        const inA = checkOf(a, reader);
        expect(idsOf(pages)).toEqual(idsOf(all.filter(inA)));
      }),
      { numRuns: 60, seed: 5 },
    );
  });
});

describe("constant filters", () => {
  const reader: Attributes = {
    personId: null,
    contactId: null,
    accountId: null,
    now: new Date(),
    sets: { mine: new Set() },
  };
  const everything: Expression[] = [
    { op: "always" },
    { op: "and", of: [] },
    { op: "not", of: { op: "or", of: [] } },
    { op: "not", of: { op: "inSet", field: "ownerId", set: "mine" } },
  ];

  it.each(everything)("%j lists every row, and its negation none", async (expression) => {
    expect(await list(toPrismaWhere(filterOf(expression, reader)))).toEqual(idsOf(all));
    expect(await list(toPrismaWhere(not(filterOf(expression, reader))))).toEqual([]);
    expect(await list({ NOT: toPrismaWhere(not(filterOf(expression, reader))) })).toEqual(idsOf(all));
  });
});

function filterOf(expression: Expression, reader: Attributes): RowFilter<"thing"> {
  return rowsWhere(things, "thing", expression, reader);
}

function checkOf(expression: Expression, reader: Attributes): (row: Row) => boolean {
  const allowed = predicateOf(things, "thing", expression);
  return (row) => allowed(row, reader);
}

async function list(where: object): Promise<string[]> {
  return idsOf(await laboratory.table("thing").findMany({ where, select: { id: true } }));
}

function idsOf(rows: readonly Row[]): string[] {
  return rows.map(({ id }) => id).sort();
}
