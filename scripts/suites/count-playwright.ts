import type { SuiteResult } from "./suite-result";

/** The part of Playwright's JSON report that is read. */
export interface PlaywrightReport {
  stats: { expected: number; unexpected: number; flaky: number };
  errors: unknown[];
}

/**
 * Counts a run of Playwright. A test that only passed when repeated is a failure, as is every error outside of a test
 * and a run that reported nothing, ran nothing, or ended badly in spite of a clean report.
 */
export function countPlaywright(report: PlaywrightReport | undefined, exitCode: number): SuiteResult {
  if (!report) return { passed: 0, failed: 1 };
  const { expected, unexpected, flaky } = report.stats;
  const failed = unexpected + flaky + report.errors.length;
  const suspicious = failed === 0 && (exitCode !== 0 || expected === 0);
  return { passed: expected, failed: suspicious ? 1 : failed };
}
