import { Problem } from "@/lib/platform/kernel/problem";

/** Runs everything at once and sorts the outcomes into results and Problem codes. Anything else fails the test. */
export async function settle<T>(work: readonly Promise<T>[]): Promise<{ answers: T[]; problems: string[] }> {
  const answers: T[] = [];
  const problems: string[] = [];
  for (const end of await Promise.allSettled(work)) {
    if (end.status === "fulfilled") answers.push(end.value);
    else if (end.reason instanceof Problem) problems.push(end.reason.code);
    else throw end.reason;
  }
  return { answers, problems };
}
