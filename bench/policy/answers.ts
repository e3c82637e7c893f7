import { oracle } from "../../tests/policy/oracle";
import { type Case, people } from "./cases";
import type { Contender } from "./contenders";

/** In how many cases our answer differs from another's. */
export interface Differences {
  casl: number;
  /** The plain reading of the golden matrix, which the tests use as well. */
  reading: number;
  /** Cases we allow and the bitset, which has no conditions, denies. */
  bitset: number;
}

export function compareAnswers(
  { ours, casl, bitset }: Record<"ours" | "casl" | "bitset", Contender>,
  laps: Iterable<readonly Case[]>,
): Differences {
  const differences = { casl: 0, reading: 0, bitset: 0 };
  for (const cases of laps) {
    for (const contender of [ours, casl, bitset]) contender.load(cases);
    for (const [i, { person, permission, record }] of cases.entries()) {
      const answer = ours.ask(i);
      const subject = people[person];
      if (answer !== casl.ask(i)) differences.casl++;
      if (!subject || answer !== oracle(subject, permission, record)) differences.reading++;
      if (answer && !bitset.ask(i)) differences.bitset++;
    }
  }
  return differences;
}
