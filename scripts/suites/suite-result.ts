/** How many tests of a suite passed and failed. */
export interface SuiteResult {
  passed: number;
  failed: number;
}

/** Adds up suites; the sum of none is a failure, because nothing was tested. */
export function total(results: readonly SuiteResult[]): SuiteResult {
  if (results.length === 0) return { passed: 0, failed: 1 };
  return {
    passed: results.reduce((sum, { passed }) => sum + passed, 0),
    failed: results.reduce((sum, { failed }) => sum + failed, 0),
  };
}

/** The last line, read by programs. */
export function closingLine({ passed, failed }: SuiteResult): string {
  return `${passed} passed, ${failed} failed`;
}
