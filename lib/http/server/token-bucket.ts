interface Rate {
  readonly perSecond: number;
  /** Burst size after a quiet period. */
  readonly burst: number;
  readonly now?: (() => number) | undefined;
}

/** A token bucket: takes a token if there is one. */
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
