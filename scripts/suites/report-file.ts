import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";

/** Provides a temporary file for a test runner's JSON report and returns its contents; undefined if it isn't JSON. */
export async function withReportFile<Report, Result>(
  run: (file: string) => Promise<Result>,
): Promise<{ report: Report | undefined; result: Result }> {
  const folder = mkdtempSync(path.join(tmpdir(), "portcullis-report-"));
  const file = path.join(folder, "report.json");
  try {
    const result = await run(file);
    return { report: readReport(file), result };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function readReport<Report>(file: string): Report | undefined {
  try {
    return JSON.parse(readFileSync(file, "utf8")) as Report;
  } catch {
    return undefined;
  }
}
