import { describe, expect, it } from "vitest";
import { statementNames } from "@/lib/platform/db/statement-names";

describe("the name of a statement", () => {
  it("belongs to one statement only", () => {
    const statementName = statementNames();
    const one = statementName({ sql: "select 1" });
    const two = statementName({ sql: "select 2" });
    expect(one).not.toBe("");
    expect(two).not.toBe(one);
    expect(statementName({ sql: "select 1" })).toBe(one);
  });

  it("is not given to very long statements", () => {
    expect(statementNames()({ sql: `select ${"1, ".repeat(3_000)}1` })).toBe("");
  });

  it("is given to a limited number of statements per pool, which keep it", () => {
    const statementName = statementNames();
    const names = Array.from({ length: 600 }, (_, number) => statementName({ sql: `select ${number}` }));
    const given = names.filter((name) => name !== "");
    expect(given).toHaveLength(500);
    expect(new Set(given).size).toBe(500);
    expect(statementName({ sql: "select 3" })).toBe(names[3]);
    expect(statementName({ sql: "select 599" })).toBe("");
  });

  it("is not used up by another pool", () => {
    const [busy, quiet] = [statementNames(), statementNames()];
    for (let number = 0; number < 600; number++) busy({ sql: `select ${number}` });
    expect(quiet({ sql: "select 599" })).not.toBe("");
  });
});
