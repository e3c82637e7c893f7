import type { Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { Problem } from "./problem";

interface Bounds {
  readonly atOnce: number;
  /** How many may wait for their turn, in order. */
  readonly waiting: number;
  /** For how long at most, in milliseconds. */
  readonly longest: number;
  /** The error message for those rejected. */
  readonly refusal: Sentence;
}

/** The slot of running work. */
export interface Place {
  /** Lends the slot to the next in line during an idle wait, then takes the first free one. */
  standBy<T>(wait: () => Promise<T>): Promise<T>;
}

export interface BoundedQueue {
  /** Runs the work once there is capacity. Throws `too-many` if there is none, or none in time. */
  run<T>(work: (place: Place) => Promise<T>): Promise<T>;
  /** Throws `too-many` if `run` would do so immediately. */
  requireRoom(): void;
}

/**
 * Runs a limited number at once, queues a limited number in order, and rejects the rest immediately: nothing piles up.
 */
export function boundedQueue({ atOnce, waiting, longest, refusal }: Bounds): BoundedQueue {
  let running = 0;
  const queue: (() => void)[] = [];
  const tooMany = () => new Problem("too-many", t(refusal), { retryAfter: 3 });

  function requireRoom(): void {
    if (running >= atOnce && queue.length >= waiting) throw tooMany();
  }

  /** The next in line takes the slot directly, so that newcomers can't jump the queue. */
  function leave(): void {
    const next = queue.shift();
    if (next) next();
    else running--;
  }

  function turn(): Promise<void> {
    const { promise, resolve, reject } = Promise.withResolvers<void>();
    const late = setTimeout(() => {
      queue.splice(queue.indexOf(begin), 1);
      reject(tooMany());
    }, longest);
    function begin(): void {
      clearTimeout(late);
      resolve();
    }
    queue.push(begin);
    return promise;
  }

  const comeBack = (): Promise<void> => new Promise((resolve) => queue.unshift(resolve));

  async function standBy<T>(wait: () => Promise<T>): Promise<T> {
    leave();
    try {
      return await wait();
    } finally {
      if (running >= atOnce) await comeBack();
      else running++;
    }
  }

  return {
    requireRoom,
    async run(work) {
      requireRoom();
      if (running >= atOnce) await turn();
      else running++;
      try {
        return await work({ standBy });
      } finally {
        leave();
      }
    },
  };
}
