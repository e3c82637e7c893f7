import { Problem } from "./problem";

interface BoundedQueue {
  /** Runs the work once there is capacity. Throws `too-many` if too much is waiting. */
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Throws `too-many` where `run` would. */
  requireRoom(): void;
}

/** Runs a limited number at once, queues a limited number in order, and rejects the rest immediately: nothing piles up. */
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
        // The next in line takes this slot directly, so that newcomers can't jump the queue.
        const next = queue.shift();
        if (next) next();
        else running--;
      }
    },
  };
}
