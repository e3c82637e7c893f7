interface Rate {
  readonly perSecond: number;
  /** How many may come at once after a quiet time. */
  readonly burst: number;
  readonly now?: (() => number) | undefined;
}

/** Counts what may still come: takes one if there is one. */
export function tokenBucket({ perSecond, burst, now = () => performance.now() }: Rate): () => boolean {
  let left = burst;
  let counted = now();
  return () => {
    const time = now();
    left = Math.min(burst, left + ((time - counted) / 1000) * perSecond);
    counted = time;
    if (left < 1) return false;
    left -= 1;
    return true;
  };
}
