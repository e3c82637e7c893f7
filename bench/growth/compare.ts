import type { Answerer } from "./answerer";
import type { Case, Place } from "./cases";

/** How much longer a case may take in the large installation than in the small one. */
const bounds: Record<Place, number> = { staff: 1.5, ordinary: 1.5, big: 2, crowded: 2 };
const FIRST_LAPS = 9;
/** A ratio above its bound is measured again: a busy machine is not a slow query. */
const FURTHER_LAPS = 25;

export interface Compared {
  readonly of: Case;
  readonly small: number;
  readonly large: number;
  readonly ratio: number;
  readonly bound: number;
}

/**
 * The medians of both, asked in turn; null if the input is refused. The large accounts are compared with an ordinary one
 * of the small installation.
 */
export async function compare(small: Answerer, large: Answerer, of: Case): Promise<Compared | null> {
  const ordinary: Case = of.place === "staff" ? of : { ...of, place: "ordinary" };
  const measure = async (laps: number) => {
    const times: { small: number[]; large: number[] } = { small: [], large: [] };
    for (let lap = 0; lap < laps; lap += 1) {
      times.small.push((await small.time(ordinary)) ?? 0);
      times.large.push((await large.time(of)) ?? 0);
    }
    const [p50Small, p50Large] = [median(times.small), median(times.large)];
    return { of, small: p50Small, large: p50Large, ratio: p50Large / p50Small, bound: bounds[of.place] };
  };
  // What is prepared once per connection is not part of it.
  if ((await small.time(ordinary)) === null) return null;
  await large.time(of);
  const first = await measure(FIRST_LAPS);
  return first.ratio <= first.bound ? first : measure(FURTHER_LAPS);
}

export function median(times: readonly number[]): number {
  return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)] ?? 0;
}
