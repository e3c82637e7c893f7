import { describe, expect, it } from "vitest";
import { conditionNames } from "@/lib/policy/conditions";
import { cellOf } from "@/lib/policy/matrix";
import { conditionsIn, maskAt, masksOf } from "@/lib/policy/permission-masks";
import { permissionKeys } from "@/lib/policy/permissions";
import { roleKeys } from "@/lib/policy/roles";
import { goldenMatrix } from "./golden-matrix";
import { differences, readTable, type Table } from "./golden-table";

const golden = readTable(goldenMatrix);
const actual: Table = new Map(
  permissionKeys.map((key) => [key, new Map(roleKeys.map((role) => [role, cellOf(key, role) ?? "no"]))]),
);

describe("the golden matrix", () => {
  it("has every permission and role, and no others", () => {
    expect([...golden.keys()]).toEqual(permissionKeys);
    for (const cells of golden.values()) expect([...cells.keys()]).toEqual(roleKeys);
  });

  it("matches the matrix of the library, cell by cell", () => {
    expect(differences(actual, golden)).toEqual([]);
  });

  it("matches the compiled cells", () => {
    const compiled: Table = new Map(
      permissionKeys.map((key) => [
        key,
        new Map(roleKeys.map((role) => [role, wordsOf(maskAt(masksOf([role]), key))])),
      ]),
    );
    expect(differences(compiled, inOrder(golden))).toEqual([]);
  });

  it("detects any changed cell", () => {
    const told = changedCells().map(({ key, role, cell, other, row }) => {
      const [difference] = differences(new Map([[key, row]]), new Map([[key, golden.get(key) ?? new Map()]]));
      return difference === `${key} for ${role}: ${other} is not ${cell}`;
    });
    expect(told.length).toBeGreaterThan(10_000);
    expect(told).not.toContain(false);
  });

  it("detects a missing row or column", () => {
    const withoutRow = new Map(actual);
    withoutRow.delete("links.add");
    expect(differences(withoutRow, golden)).toHaveLength(roleKeys.length);
    const withoutColumn = new Map([...actual].map(([key, cells]) => [key, new Map([...cells].slice(1))]));
    expect(differences(withoutColumn, golden)).toHaveLength(permissionKeys.length);
  });
});

/** Every way to change one cell, with the resulting row. */
function changedCells() {
  return [...actual].flatMap(([key, cells]) =>
    [...cells].flatMap(([role, cell]) =>
      ["no", "always", ...conditionNames]
        .filter((other) => other !== cell)
        .map((other) => ({ key, role, cell, other, row: new Map(cells).set(role, other) })),
    ),
  );
}

function wordsOf(mask: number): string {
  if (mask === 0) return "no";
  return mask & 1 ? "always" : conditionsIn(mask).sort().join("|");
}

/** A compiled cell doesn't keep the order of its conditions. */
function inOrder(table: Table): Table {
  const sorted = (cell: string) => cell.split("|").sort().join("|");
  return new Map([...table].map(([key, cells]) => [key, new Map([...cells].map(([role, it]) => [role, sorted(it)]))]));
}
