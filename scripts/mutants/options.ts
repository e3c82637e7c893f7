import type { Stryker } from "@stryker-mutator/core";
import { type GroupName, groups } from "./groups";

/** The tool's copy of the project and its results of the previous run; not in git. */
const FOLDER = ".data/mutants";

/** The options of one run: over a whole group, or over some of its files. */
export function optionsFor(name: GroupName, files: readonly string[]): ConstructorParameters<typeof Stryker>[0] {
  return {
    mutate: files.length > 0 ? [...files] : [...groups[name].mutate],
    testRunner: "vitest",
    plugins: ["@stryker-mutator/vitest-runner"],
    // A group lists its tests, so they don't have to be found by their imports.
    vitest: { configFile: "scripts/mutants/vitest.config.ts", related: false },
    coverageAnalysis: "perTest",
    // Vitest checks no types.
    disableTypeChecks: false,
    // Two would use both cores of a small machine.
    concurrency: 1,
    // After a small change, only mutants it can have affected are run again.
    incremental: files.length === 0,
    incrementalFile: `${FOLDER}/${name}.json`,
    tempDirName: `${FOLDER}/copy-of-${name}`,
    ignorePatterns: [".next", ".data", "screenshots", "test-results"],
    // Other load makes tests slow; only an endless loop should time out.
    timeoutMS: 20_000,
    timeoutFactor: 3,
    dryRunTimeoutMinutes: 60,
    reporters: ["progress-append-only"],
    allowConsoleColors: false,
  };
}
