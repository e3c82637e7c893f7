import { Problem } from "./problem";

interface BoundedQueue {
  /** Does the work as soon as there is room for it. Throws `too-many` where too much is waiting already. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Throws `too-many` where `run` would. */
  requireRoom(): void;
}

/** Does so much work at once, keeps so much waiting in order, and refuses the rest at once: nothing piles up. */
export function boundedQueue({ atOnce, waiting }: { atOnce: number; waiting: number }): BoundedQueue {
  let running = 0;
  const queue: (() => void)[] = [];

  function requireRoom(): void {
    if (running >= atOnce && queue.length >= waiting) {
      throw new Problem("too-many", "Too many people are signing in right now. Try again in a few seconds.", {
        retryAfter: 3,
      });
    }
  }

  return {
    requireRoom,
    async run(work) {
      requireRoom();
      if (running >= atOnce) await new Promise<void>((resolve) => queue.push(resolve));
      else running++;
      try {
        return await work();
      } finally {
        // Whoever is next takes this place over: nobody who comes in between can.
        const next = queue.shift();
        if (next) next();
        else running--;
      }
    },
  };
}
