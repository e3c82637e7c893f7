import type { SuiteResult } from "./suite-result";

/** The part of vitest's JSON report that is read. */
export interface VitestReport {
  numPassedTests: number;
  numFailedTests: number;
  testResults: { status: string; assertionResults: { status: string }[] }[];
}

/**
 * Counts a run of vitest. A file that could not even be loaded counts as one failure, as does a run that reported
 * nothing, ran nothing, or ended badly in spite of a clean report.
 */
export function countVitest(report: VitestReport | undefined, exitCode: number): SuiteResult {
  if (!report) return { passed: 0, failed: 1 };
  const broken = report.testResults.filter(
    ({ status, assertionResults }) =>
      status === "failed" && !assertionResults.some((assertion) => assertion.status === "failed"),
  );
  const failed = report.numFailedTests + broken.length;
  const suspicious = failed === 0 && (exitCode !== 0 || report.numPassedTests === 0);
  return { passed: report.numPassedTests, failed: suspicious ? 1 : failed };
}
