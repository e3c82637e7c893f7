import type { Case } from "./cases";
import type { Contender } from "./contenders";

/** Nanoseconds per check: the median of the laps, and the fastest lap. */
export interface Speed {
  name: string;
  median: number;
  fastest: number;
}

/**
 * Runs the contenders alternately, lap by lap, so that other load on the machine affects each
 * equally. Laps are short, so most run uninterrupted and the median is one of those.
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
