import type { Stryker } from "@stryker-mutator/core";
import { type GroupName, groups } from "./groups";

/** Where the tool keeps its copy of the project and what it knows from the run before; not in git. */
const PLACE = ".data/mutants";

/** The options of one run: over a whole group, or over some of its files. */
export function optionsFor(name: GroupName, files: readonly string[]): ConstructorParameters<typeof Stryker>[0] {
  return {
    mutate: files.length > 0 ? [...files] : [...groups[name].mutate],
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    // The tests of a group are named, so they need not be found by what they import.
    vitest: { configFile: "scripts/mutants/vitest.config.ts", related: false },
    coverageAnalysis: "perTest",
    // Vitest checks no types.
    disableTypeChecks: false,
    // Two would take both cores of a small machine.
    concurrency: 1,
    // A run after a small change tries again what the change can have made different.
    incremental: files.length === 0,
    incrementalFile: `${PLACE}/${name}.json`,
    tempDirName: `${PLACE}/copy-of-${name}`,
    ignorePatterns: [".next", ".data", "screenshots", "test-results"],
    // Other work on the machine makes a test slow; only what never ends is a timeout.
    timeoutMS: 20_000,
    timeoutFactor: 3,
    dryRunTimeoutMinutes: 60,
    reporters: ["progress-append-only"],
    allowConsoleColors: false,
  };
}
