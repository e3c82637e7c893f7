import { Problem } from "@/lib/kernel/problem";

/** The Problem that some work ends in. Anything else, success included, fails the test. */
export async function problemOf(work: Promise<unknown>): Promise<Problem> {
  const error = await work.then(
    (value) => new Error(`Expected a Problem, got ${JSON.stringify(value)}`),
    (reason: unknown) => reason,
  );
  if (error instanceof Problem) return error;
  throw error;
}
