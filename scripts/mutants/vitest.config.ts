import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";
import { type Group, groups, isGroupName } from "./groups";

const name = process.env.MUTANTS_GROUP ?? "";
if (!isGroupName(name)) throw new Error(`Unknown group in MUTANTS_GROUP: ${name}`);
const group: Group = groups[name];
const root = process.cwd();

/** Vitest would start with the slowest files; here the run ends as soon as one test fails. */
class InOrderOfTheGroup extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const positionOf = ({ moduleId }: TestSpecification) =>
      group.tests.findIndex((pattern) => path.matchesGlob(path.relative(root, moduleId), pattern));
    return files.toSorted((a, b) => positionOf(a) - positionOf(b) || a.moduleId.localeCompare(b.moduleId));
  }
}

export default defineConfig({
  root,
  resolve: { alias: { "@": root, "server-only": path.join(root, "node_modules/server-only/empty.js") } },
  test: {
    sequence: { sequencer: InOrderOfTheGroup },
    // One process for all files of a run, and a new one for the next, so that mutants in module code take effect.
    isolate: false,
    setupFiles: [group.needsDatabase ? "tests/fixtures/leave-no-trace.ts" : "scripts/mutants/first-failure.ts"],
    globalSetup: group.needsDatabase ? ["tests/fixtures/database-server.ts"] : [],
    include: [...group.tests],
    exclude: group.needsDatabase ? [] : ["**/*.{db,process}.test.ts"],
    testTimeout: 60_000,
    hookTimeout: 60_000,
  },
});
