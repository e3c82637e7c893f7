/** Permission to role to cell, "no" included. */
export type Table = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** Parses a text table: the first line names the columns, every other line is a row. */
export function readTable(text: string): Table {
  const [head = [], ...rows] = text
    .split("\n")
    .filter((line) => line.trim() !== "")
    .map((line) => line.trim().split(/\s+/));
  return new Map(
    rows.map(([key = "", ...cells]) => {
      if (cells.length !== head.length - 1) throw new Error(`The row ${key} has ${cells.length} cells.`);
      return [key, new Map(cells.map((cell, column) => [head[column + 1] ?? "", cell]))];
    }),
  );
}

/** Every cell on which two tables differ, including rows and columns only one of them has. */
export function differences(a: Table, b: Table): string[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].flatMap((key) => {
    const [left, right] = [a.get(key) ?? new Map(), b.get(key) ?? new Map()];
    return [...new Set([...left.keys(), ...right.keys()])]
      .filter((role) => left.get(role) !== right.get(role))
      .map((role) => `${key} for ${role}: ${left.get(role)} is not ${right.get(role)}`);
  });
}
