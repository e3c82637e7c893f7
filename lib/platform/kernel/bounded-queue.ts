import { Problem } from "./problem";

interface Bounds {
  readonly atOnce: number;
  /** How much may wait for its turn, in order. */
  readonly waiting: number;
  /** For how long at most, in milliseconds. */
  readonly longest: number;
  /** What whoever is refused is told. */
  readonly refusal: string;
}

/** The place of work that is being done. */
export interface Place {
  /** Lends the place to the next in line for the time of something that only waits, then takes the first that is free. */
  standBy<T>(wait: () => Promise<T>): Promise<T>;
}

export interface BoundedQueue {
  /** Does the work as soon as there is room for it. Throws `too-many` where there is none, or none in time. */
  run<T>(work: (place: Place) => Promise<T>): Promise<T>;
  /** Throws `too-many` where `run` would at once. */
  requireRoom(): void;
}

/** Does so much work at once, keeps so much waiting in order, and refuses the rest at once: nothing piles up. */
export function boundedQueue({ atOnce, waiting, longest, refusal }: Bounds): BoundedQueue {
  let running = 0;
  const queue: (() => void)[] = [];
  const tooMany = () => new Problem("too-many", refusal, { retryAfter: 3 });

  function requireRoom(): void {
    if (running >= atOnce && queue.length >= waiting) throw tooMany();
  }

  /** Whoever is next takes the place over: nobody who comes in between can. */
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
