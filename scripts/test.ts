import { buildPortal, isBuilt } from "./portal/build-portal";
import { generateClient } from "./portal/generate-client";
import { startTemporaryCluster } from "./postgres/temporary-cluster";
import { runCommand, type Shutdown } from "./process/run-command";
import { checkSuites } from "./suites/check-suites";
import { playwrightSuite, vitestSuite } from "./suites/run-suites";
import { closingLine, type SuiteResult, total } from "./suites/suite-result";

/** `npm test`: every check there is. The last line of its output is "N passed, N failed". */
await runCommand(
  async (shutdown) => {
    const results: SuiteResult[] = [];
    try {
      await runEverything(shutdown, results);
    } catch (error) {
      if (shutdown.begun) return;
      console.error(error instanceof Error ? error.message : error);
      results.push({ passed: 0, failed: 1 });
    }
    const sum = total(results);
    console.log(closingLine(sum));
    process.exitCode = sum.failed > 0 ? 1 : 0;
  },
  { interrupted: 130 },
);

async function runEverything(shutdown: Shutdown, results: SuiteResult[]): Promise<void> {
  await generateClient(shutdown);
  results.push(...(await checkSuites(shutdown)));
  const server = await testServer(shutdown);
  results.push(await vitestSuite(shutdown, "database", { env: server, output: "show" }));
  results.push(await buildSuite(shutdown));
  results.push(await playwrightSuite(shutdown, { env: server, output: "show" }));
}

async function testServer(shutdown: Shutdown): Promise<{ TEST_DATABASE_URL: string }> {
  const cluster = await startTemporaryCluster(shutdown);
  return { TEST_DATABASE_URL: cluster.url("postgres") };
}

async function buildSuite(shutdown: Shutdown): Promise<SuiteResult> {
  if (!isBuilt()) await buildPortal(shutdown, "collect");
  console.log("ok   build");
  return { passed: 1, failed: 0 };
}
