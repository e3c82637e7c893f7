import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Canonical, canonicalJson, hashOf } from "@/lib/workspace/core/canonical-json";
import type { ResultSheet } from "@/lib/workspace/decisions/result-schema";
import { sealed } from "@/lib/workspace/decisions/result-sheet";
import { tally } from "@/lib/workspace/decisions/tally";

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(path.join(tmpdir(), "decision-"));
});
afterAll(() => rmSync(folder, { recursive: true }));

const rules: ResultSheet["rules"] = {
  ...({ quorum: "count", quorumValue: 5, base: "decided", threshold: "twoThirds", tie: "chair" } as const),
  hideNames: true,
};
const options = ["Yes", "No", "Abstain"].map((text, at) => ({ position: at + 1, text, abstains: at === 2 }));

const sheet = (chosen: readonly number[]): ResultSheet => ({
  format: "decision-result/1",
  account: "Northwind Robotics",
  decision: { number: 7, title: "Move to “Hall 3”", purpose: "Ä", background: "", recommendation: "Yes" },
  options,
  rules,
  round: {
    ...{ number: 1, reason: null, openedAt: "2026-03-01T09:00:00.000Z", voteBy: "2026-03-08T09:00:00.000Z" },
    ...{ timeZone: "Europe/Amsterdam", closedAt: "2026-03-08T09:00:00.000Z", closedBy: null },
  },
  people: { invited: 9, left: 0, recused: [{ name: "Bea", reason: "Owns it" }], recusedVoters: 1, eligible: 8 },
  votes: chosen.map((option, at) => ({ receipt: `R${at}`, option, voter: null })),
  setAside: 0,
  castingVote: null,
  outcome: { ...tally(rules, { options, eligible: 8, votes: chosen, chair: null }) } as ResultSheet["outcome"],
  history: [],
});

function run(contents: object, ...more: string[]) {
  const file = path.join(folder, "result.json");
  writeFileSync(file, JSON.stringify(contents));
  try {
    const said = execFileSync(process.execPath, ["public/check-decision.mjs", file, ...more], {
      encoding: "utf8",
      stdio: "pipe",
    });
    return { code: 0, said };
  } catch (error) {
    const { status, stderr } = error as { status: number; stderr: string };
    return { code: status, said: stderr };
  }
}

describe("the script that checks a result offline", () => {
  const right = sealed(sheet([1, 1, 1, 1, 1, 2, 3]));

  it("finds the result that was published valid, also against the hash that was announced", () => {
    const { code, said } = run(right, right.hash);
    expect(said).toContain('Valid: decision 7, round 1: "Yes" was chosen.');
    expect(said).toContain(right.hash);
    expect(code).toBe(0);
  });

  it("says which part was changed", () => {
    const votes = right.sheet.votes.map((vote) => (vote.receipt === "R0" ? { ...vote, option: 2 } : vote));
    const { code, said } = run({ ...right, sheet: { ...right.sheet, votes } });
    expect(code).toBe(1);
    expect(said).toContain("Changed: votes.");
    expect(said).toContain("The totals are not those of the votes.");
  });

  it("finds a changed result even if all hashes were made anew", () => {
    const outcome = { ...right.sheet.outcome, chosen: 2 };
    const { code, said } = run(sealed({ ...right.sheet, outcome }));
    expect(code).toBe(1);
    expect(said).toContain("Counting the votes by the rules gives another result.");
  });

  it("finds another result than the announced one, though it is valid in itself", () => {
    const other = sealed(sheet([2, 2, 2, 2, 2, 1, 3]));
    expect(run(other).code).toBe(0);
    expect(run(other, right.hash)).toMatchObject({ code: 1 });
  });

  it("finds more votes than people, and a receipt that occurs twice", () => {
    const votes = Array.from({ length: 9 }, () => ({ receipt: "R", option: 1, voter: null }));
    const { said } = run(sealed({ ...right.sheet, votes }));
    expect(said).toContain("A receipt occurs twice.");
    expect(said).toContain("There are more votes than people who could vote.");
  });

  it("refuses what is no result", () => {
    expect(run({ sheet: {} }).code).toBe(2);
  });
});

describe("canonical JSON", () => {
  it("doesn't depend on the order of keys, and reads back as the same value", () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.string(), fc.oneof(fc.string(), fc.integer(), fc.boolean(), fc.constant(null))),
        (value) => {
          const plain: { [key: string]: Canonical } = { ...value };
          const reversed = Object.fromEntries(Object.entries(plain).reverse());
          expect(canonicalJson(reversed)).toBe(canonicalJson(plain));
          expect(hashOf(reversed)).toBe(hashOf(plain));
          expect(JSON.parse(canonicalJson(plain))).toEqual(JSON.parse(JSON.stringify(plain)));
        },
      ),
    );
  });
});
