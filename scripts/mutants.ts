import { Stryker } from "@stryker-mutator/core";
import { type GroupName, groups, isGroupName } from "./mutants/groups";
import { optionsFor } from "./mutants/options";
import { report } from "./mutants/report";

/**
 * `npm run mutants -- [GROUP...] [FILE[:FIRST-LAST]...]`: changes the code in one place at a time and checks that a test fails;
 * only in those files, or lines of them, if any are named.
 * Fails if fewer than nine in ten are killed, or if a survivor has no reason in tests/mutants.md.
 */
const asked = process.argv.slice(2);
const files = asked.filter((name) => /\.ts(:\d+-\d+)?$/.test(name));
const names = asked.filter((name) => !files.includes(name));
const unknown = names.filter((name) => !isGroupName(name));
if (unknown.length > 0) {
  throw new Error(`Unknown group ${unknown.join(", ")}. Groups: ${Object.keys(groups).join(", ")}.`);
}

for (const name of (names.length > 0 ? names : Object.keys(groups)) as GroupName[]) {
  process.env.MUTANTS_GROUP = name;
  const started = Date.now();
  const mutants = await new Stryker(optionsFor(name, files)).runMutationTest();
  if (!report(name, mutants, Date.now() - started)) process.exitCode = 1;
}
