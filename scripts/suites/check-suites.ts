import { programs } from "../process/programs";
import type { Shutdown } from "../process/run-command";
import { toolSuite, vitestSuite } from "./run-suites";
import type { SuiteResult } from "./suite-result";

const code = ["app", "bench", "components", "lib", "prisma", "scripts", "tests"];

/** All suites that need no database and no build, in two lanes because a small machine has two cores. */
export async function checkSuites(shutdown: Shutdown): Promise<SuiteResult[]> {
  const lanes = [
    [
      () => typesSuite(shutdown),
      () => toolSuite(shutdown, "lint", [...programs.biome, "check", "--error-on-warnings"]),
      () => toolSuite(shutdown, "layers", [...programs.depcruise, "--config", ".dependency-cruiser.cjs", ...code]),
      () => toolSuite(shutdown, "unused code", [...programs.knip]),
    ],
    [() => vitestSuite(shutdown, "unit", { output: "collect" })],
  ];
  return (await Promise.all(lanes.map(inOrder))).flat();
}

/** Next writes the types of the routes, without which the pages do not compile. */
async function typesSuite(shutdown: Shutdown): Promise<SuiteResult> {
  const routes = await toolSuite(shutdown, "types of routes", [...programs.next, "typegen"]);
  return routes.failed > 0 ? routes : toolSuite(shutdown, "types", [...programs.tsc, "--noEmit", "--singleThreaded"]);
}

async function inOrder(suites: (() => Promise<SuiteResult>)[]): Promise<SuiteResult[]> {
  const results: SuiteResult[] = [];
  for (const suite of suites) results.push(await suite());
  return results;
}
