import { describe, expect, test } from "vitest";
import { countPlaywright } from "@/scripts/suites/count-playwright";
import { countVitest } from "@/scripts/suites/count-vitest";
import { closingLine, total } from "@/scripts/suites/suite-result";

const passedFile = { status: "passed", assertionResults: [{ status: "passed" }] };
const failedFile = { status: "failed", assertionResults: [{ status: "passed" }, { status: "failed" }] };
const brokenFile = { status: "failed", assertionResults: [] };

describe("a run of vitest", () => {
  test.each([
    ["all passed", { numPassedTests: 3, numFailedTests: 0, testResults: [passedFile] }, 0, 3, 0],
    ["some failed", { numPassedTests: 3, numFailedTests: 2, testResults: [failedFile] }, 1, 3, 2],
    ["a file did not load", { numPassedTests: 3, numFailedTests: 0, testResults: [passedFile, brokenFile] }, 1, 3, 1],
    ["both", { numPassedTests: 1, numFailedTests: 1, testResults: [failedFile, brokenFile] }, 1, 1, 2],
    ["an error outside of every test", { numPassedTests: 3, numFailedTests: 0, testResults: [passedFile] }, 1, 3, 1],
    ["no test", { numPassedTests: 0, numFailedTests: 0, testResults: [] }, 0, 0, 1],
    ["no report", undefined, 0, 0, 1],
  ])("%s", (_what, report, exitCode, passed, failed) => {
    expect(countVitest(report, exitCode)).toEqual({ passed, failed });
  });
});

describe("a run of Playwright", () => {
  test.each([
    ["all passed", { stats: { expected: 4, unexpected: 0, flaky: 0 }, errors: [] }, 0, 4, 0],
    ["some failed", { stats: { expected: 4, unexpected: 2, flaky: 0 }, errors: [] }, 1, 4, 2],
    ["passed at the second try", { stats: { expected: 4, unexpected: 0, flaky: 1 }, errors: [] }, 0, 4, 1],
    ["the portal did not start", { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [{}] }, 1, 0, 1],
    ["killed", { stats: { expected: 4, unexpected: 0, flaky: 0 }, errors: [] }, 1, 4, 1],
    ["no test", { stats: { expected: 0, unexpected: 0, flaky: 0 }, errors: [] }, 0, 0, 1],
    ["no report", undefined, 1, 0, 1],
  ])("%s", (_what, report, exitCode, passed, failed) => {
    expect(countPlaywright(report, exitCode)).toEqual({ passed, failed });
  });
});

test("the closing line sums every suite", () => {
  const sum = total([
    { passed: 1, failed: 0 },
    { passed: 20, failed: 3 },
  ]);
  expect(closingLine(sum)).toBe("21 passed, 3 failed");
});

test("running no suite is a failure", () => {
  expect(closingLine(total([]))).toBe("0 passed, 1 failed");
});
