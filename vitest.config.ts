import path from "node:path";
import { defineConfig } from "vitest/config";
import { BaseSequencer, type TestSpecification } from "vitest/node";

const root = import.meta.dirname;
/** Tests that need PostgreSQL or start our commands. The others are fast enough to run before every commit. */
const slow = "tests/**/*.{db,process}.test.{ts,tsx}";

/** Begin first, so that no worker is left alone with one of them at the end. By itself vitest goes by the size of a file. */
const longest =
  /tests\/(billing\/core\/(killed\/|money-model-|plans-model-)|operations\/(everybody|bad-input)|platform\/operations\/support-markers|workspace\/\w+\/model|support\/inbound-mail\/corpus)/;

class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const isLong = ({ moduleId }: TestSpecification) => Number(longest.test(moduleId));
    return (await super.sort(files)).sort((a, b) => isLong(b) - isLong(a));
  }
}

export default defineConfig({
  resolve: {
    alias: {
      "@": root,
      // Throws outside of Next's bundler.
      "server-only": path.join(root, "node_modules/server-only/empty.js"),
    },
  },
  test: {
    sequence: { sequencer: LongestFirst },
    // A process that is warm answers faster than one that begins anew, and there are some hundred and fifty files.
    isolate: false,
    setupFiles: ["tests/fixtures/leave-no-trace.ts"],
    // A test that loops over an empty list asserts nothing, and fails.
    expect: { requireAssertions: true },
    // Far longer than a test takes, so that a busy machine makes the tests slow rather than fail.
    testTimeout: 240_000,
    hookTimeout: 240_000,
    projects: [
      {
        extends: true,
        test: { name: "unit", include: ["tests/**/*.test.{ts,tsx}"], exclude: [slow] },
      },
      {
        extends: true,
        // Mails are rendered as the portal renders them, by React for production.
        oxc: { jsx: { development: false } },
        test: {
          name: "database",
          env: { NODE_ENV: "production", PORTAL_MODE: "development" },
          include: [slow],
          globalSetup: ["tests/fixtures/database-server.ts"],
        },
      },
    ],
  },
});
