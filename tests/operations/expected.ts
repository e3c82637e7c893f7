import type { OperationTests } from "./arrangement";

/**
 * What every operation answers to everybody: `+` does it, `-` refuses with 403, `?` does not know of the record (404),
 * `x` may and finds it done already (409).
 * Written by hand from the policy documents and our choices; not made from the matrix. Adding an operation without a row
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

/** The rows stand with their samples in `tests/<area>/<noun>/operations.ts`, which nobody has to list. */
const files = import.meta.glob<{ operationTests: OperationTests }>("../*/**/operations.ts", { eager: true });

export const operationTests: OperationTests = Object.assign(
  {},
  ...Object.values(files).map((file) => file.operationTests),
);

export const expected: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(operationTests).map(([name, { may }]) => [name, may]),
);
