import { Problem } from "@/lib/platform/kernel/problem";
import { metrics } from "./metrics";

/** Counts one execution of an operation; `error` is what it threw, if it did. */
export function countOperation({ name, permission }: { name: string; permission: string }, error?: unknown): void {
  const { operations, refusals } = metrics();
  operations.inc({ operation: name, outcome: outcomeOf(error) });
  if (error instanceof Problem && error.code === "refused") {
    refusals.inc({ permission: error.extra.permission ?? permission });
  }
}

const outcomeOf = (error: unknown): string => {
  if (error === undefined) return "done";
  return error instanceof Problem ? error.code : "error";
};
