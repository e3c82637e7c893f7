import { availableParallelism } from "node:os";
import { programs } from "../process/programs";
import type { Shutdown } from "../process/run-command";
import { type Output, type RunningProcess, type Settings, startProcess } from "../process/start-process";
import { countPlaywright, type PlaywrightReport } from "./count-playwright";
import { countVitest, type VitestReport } from "./count-vitest";
import { withReportFile } from "./report-file";
import type { SuiteResult } from "./suite-result";

/** How a suite is run. */
export interface Run {
  env?: Settings;
  output: Output;
}

/** A tool that passes or fails as a whole, counted as one test. */
export async function toolSuite(shutdown: Shutdown, name: string, args: readonly string[]): Promise<SuiteResult> {
  const { exitCode } = await announced(name, () => startProcess(shutdown, args, { output: "collect" }));
  return exitCode === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/** One project of vitest.config.ts. */
export async function vitestSuite(shutdown: Shutdown, project: string, run: Run): Promise<SuiteResult> {
  const { report, result } = await withReportFile<VitestReport, { exitCode: number }>((file) =>
    announced(`${project} tests`, () => {
      // By default vitest leaves one core free, which would be half of two. We use one worker more than there are cores,
      // because workers often wait for the database.
      const workers = `--maxWorkers=${availableParallelism() + 1}`;
      const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${file}`];
      return startProcess(shutdown, [...programs.vitest, "run", "--project", project, workers, ...reporters], run);
    }),
  );
  return countVitest(report, result.exitCode);
}

/** Every browser test. */
export async function playwrightSuite(shutdown: Shutdown, run: Run): Promise<SuiteResult> {
  const { report, result } = await withReportFile<PlaywrightReport, { exitCode: number }>((file) =>
    announced("browser tests", () => {
      const env = { ...run.env, PLAYWRIGHT_JSON_OUTPUT_FILE: file };
      return startProcess(shutdown, [...programs.playwright, "test", "--reporter=list,json"], { ...run, env });
    }),
  );
  return countPlaywright(report, result.exitCode);
}

async function announced(name: string, start: () => RunningProcess): Promise<{ exitCode: number }> {
  const began = performance.now();
  const running = start();
  const exitCode = await running.exited;
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  if (exitCode !== 0) process.stdout.write(running.output());
  console.log(`${exitCode === 0 ? "ok  " : "FAIL"} ${name} (${seconds} s)`);
  return { exitCode };
}
