import type { Case } from "./cases";
import type { Contender } from "./contenders";

/** Nanoseconds a check: the median of the laps, and the fastest lap. */
export interface Speed {
  name: string;
  median: number;
  fastest: number;
}

/**
 * Lets the contenders answer the cases of lap after lap by turns, so that whatever else the machine does falls on each
 * alike. A lap is short, so that most laps run without being interrupted, and the median is one of those.
 */
export function race(contenders: readonly Contender[], laps: Iterable<readonly Case[]>): Speed[] {
  const times = contenders.map((): number[] => []);
  for (const cases of laps) {
    for (const [at, contender] of contenders.entries()) {
      contender.load(cases);
      const start = performance.now();
      contender.run();
      times[at]?.push(((performance.now() - start) / cases.length) * 1e6);
    }
  }
  return contenders.map(({ name }, at) => {
    const sorted = (times[at] ?? []).sort((a, b) => a - b);
    return { name, median: sorted[Math.floor(sorted.length / 2)] ?? 0, fastest: sorted[0] ?? 0 };
  });
}
