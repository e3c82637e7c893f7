import type { Finding } from "./finding";

const marks: Record<Finding["state"], string> = {
  ok: "ok       ",
  warning: "warning  ",
  problem: "PROBLEM  ",
  unchecked: "unchecked",
};

/** One line a finding, and one below it with what to do. */
export function printFindings(findings: readonly Finding[]): void {
  for (const { check, state, message, fix } of findings) {
    console.log(`${marks[state]}  ${check}: ${message}`);
    if (fix) console.log(`           -> ${fix}`);
  }
}
