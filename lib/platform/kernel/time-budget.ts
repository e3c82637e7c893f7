import { DeadlineError, withDeadline } from "./with-deadline";

/** A time budget for everything a response has to wait for. Its own work in between doesn't count. */
export class TimeBudget {
  #left: number;

  constructor(private readonly milliseconds: number) {
    this.#left = milliseconds;
  }

  /** Waits for one part, while there is time left. Throws DeadlineError otherwise. */
  async waitFor<T>(part: () => PromiseLike<T>): Promise<T> {
    if (this.#left <= 0) throw new DeadlineError(`No answer within ${this.milliseconds} ms.`);
    const began = performance.now();
    try {
      return await withDeadline(this.#left, part());
    } finally {
      this.#left -= performance.now() - began;
    }
  }
}
