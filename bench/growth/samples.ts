import { globSync } from "node:fs";
import path from "node:path";
import { checkout } from "@/scripts/postgres/places";
import type { OperationTests } from "@/tests/operations/arrangement";

/** Who may run each operation, and a sample input: the tables that the tests run by. */
export async function operationSamples(): Promise<OperationTests> {
  const files = globSync("tests/*/*/operations.ts", { cwd: checkout });
  const found = await Promise.all(
    files.map(async (file) => (await import(path.join(checkout, file))) as { operationTests: OperationTests }),
  );
  return Object.assign({}, ...found.map(({ operationTests }) => operationTests));
}
