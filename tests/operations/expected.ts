import type { OperationTests } from "./arrangement";

/**
 * The expected answer of every operation to everyone: `+` succeeds, `-` is denied (403), `?` finds no record (404),
 * `x` is permitted but conflicts with the current state (409).
 * Written by hand from the policy documents and our choices, not generated from the matrix. Adding an operation without a row
 * here fails.
 */
export const columns = [
  "owner",
  "administrator",
  "billing",
  "support",
  "both",
  "custom",
  "agent",
  "accounting",
  "manager",
] as const;

/** Rows and samples are in `tests/<area>/<noun>/operations.ts`; the files are found by their path. */
const files = import.meta.glob<{ operationTests: OperationTests }>("../*/**/operations.ts", { eager: true });

export const operationTests: OperationTests = Object.assign(
  {},
  ...Object.values(files).map((file) => file.operationTests),
);

export const expected: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(operationTests).map(([name, { may }]) => [name, may]),
);
