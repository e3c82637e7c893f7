import { buildPortal, isBuilt } from "./portal/build-portal";
import { generateClient } from "./portal/generate-client";
import { startTemporaryCluster } from "./postgres/temporary-cluster";
import { runCommand, type Shutdown } from "./process/run-command";
import { checkSuites } from "./suites/check-suites";
import { playwrightSuite, vitestSuite } from "./suites/run-suites";
import { closingLine, type SuiteResult, total } from "./suites/suite-result";

/** `npm test`: every check. The last line of its output is "N passed, N failed". */
await runCommand(
  async (shutdown) => {
    const results = await allSuites(shutdown);
    if (shutdown.begun) return;
    const sum = total(results);
    console.log(closingLine(sum));
    process.exitCode = sum.failed > 0 ? 1 : 0;
  },
  { interrupted: 130 },
);

/**
 * Runs what prepares the others, then the others: the build beside the database tests, as each of them leaves a core idle for a
 * while. A suite that can't be started counts as one failure, and the others still run.
 */
async function allSuites(shutdown: Shutdown): Promise<SuiteResult[]> {
  let server: Promise<{ TEST_DATABASE_URL: string }> | undefined;
  const run = async () => {
    server ??= testServer(shutdown);
    return { env: await server, output: "show" } as const;
  };
  const database = async () => [await vitestSuite(shutdown, "database", await run())];
  const browser = async () => [await playwrightSuite(shutdown, await run())];
  const results: SuiteResult[] = [];
  for (const sideBySide of [[prepareAndCheck], [database, buildSuite], [browser]]) {
    results.push(...(await Promise.all(sideBySide.map((suites) => suites(shutdown).catch(oneFailure)))).flat());
  }
  return results;
}

async function prepareAndCheck(shutdown: Shutdown): Promise<SuiteResult[]> {
  await generateClient(shutdown);
  return checkSuites(shutdown);
}

async function buildSuite(shutdown: Shutdown): Promise<SuiteResult[]> {
  if (!isBuilt()) await buildPortal(shutdown, "collect");
  console.log("ok   build");
  return [{ passed: 1, failed: 0 }];
}

function oneFailure(error: unknown): SuiteResult[] {
  console.error(error instanceof Error ? error.message : error);
  return [{ passed: 0, failed: 1 }];
}

async function testServer(shutdown: Shutdown): Promise<{ TEST_DATABASE_URL: string }> {
  const cluster = await startTemporaryCluster(shutdown, { prefersMemory: true });
  return { TEST_DATABASE_URL: cluster.url("postgres") };
}
