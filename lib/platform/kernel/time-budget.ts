import { DeadlineError, withDeadline } from "./with-deadline";

/** So much time for all that one answer has to wait for. What it works on by itself in between takes nothing of it. */
export class TimeBudget {
  #left: number;

  constructor(private readonly milliseconds: number) {
    this.#left = milliseconds;
  }

  /** Waits for one part, as long as there is time left. Throws DeadlineError otherwise. */
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
