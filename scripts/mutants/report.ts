import { readFileSync } from "node:fs";
import path from "node:path";
import type { Stryker } from "@stryker-mutator/core";
import type { GroupName } from "./groups";

type MutantResult = Awaited<ReturnType<Stryker["runMutationTest"]>>[number];

const REASONS = "tests/mutants.md";
const REQUIRED_SCORE = 90;

/** Prints how many mutants were killed. False if too few, or if a survivor has no reason. */
export function report(name: GroupName, mutants: readonly MutantResult[], ms: number): boolean {
  const tried = mutants.filter(({ status }) => COUNTED.has(status));
  const survivors = tried.filter(({ status }) => status === "Survived" || status === "NoCoverage");
  const killed = tried.length - survivors.length;
  const score = tried.length === 0 ? 0 : (100 * killed) / tried.length;
  const reasons = readFileSync(REASONS, "utf8");
  const unexplained = survivors.map(lineOf).filter((line) => !reasons.includes(line));
  const took = `${Math.round(ms / 6_000) / 10} min`;
  console.log(`${name}: ${killed} of ${tried.length} killed (${score.toFixed(1)} %), ${took}`);
  for (const line of unexplained) console.log(`  without a reason in ${REASONS}: ${line}`);
  return score >= REQUIRED_SCORE && unexplained.length === 0;
}

/** Mutants with a result: those that don't compile or were skipped don't count. */
const COUNTED: ReadonlySet<string> = new Set(["Killed", "Survived", "NoCoverage", "Timeout"]);

/** A survivor as listed in tests/mutants.md: without its line number, which changes. Lines and columns start at one. */
function lineOf({ fileName, location: { start, end }, replacement }: MutantResult): string {
  const file = path.relative(process.cwd(), path.resolve(fileName));
  const lines = readFileSync(file, "utf8")
    .split("\n")
    .slice(start.line - 1, end.line);
  const last = lines.length - 1;
  lines[last] = (lines[last] ?? "").slice(0, end.column - 1);
  lines[0] = (lines[0] ?? "").slice(start.column - 1);
  return `\`${file}\`: \`${short(lines.join(" "))}\` → \`${short(replacement ?? "")}\``;
}

function short(code: string): string {
  const line = code.replace(/\s+/g, " ").trim();
  return line.length > 90 ? `${line.slice(0, 89)}…` : line;
}
