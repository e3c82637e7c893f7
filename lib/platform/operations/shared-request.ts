import type { Caller } from "./caller";
import { type RequestContext, withRequest } from "./execute";

interface Where {
  readonly caller: Caller;
  readonly accountId: string | null;
}

/** A visit that is open, and the end of its transaction. */
interface Open {
  readonly request: Promise<RequestContext>;
  readonly over: Promise<void>;
}

/**
 * One visit, and so one transaction, for all who draw parts of the same page: each joins, asks and leaves. The
 * transaction opens when the first asks and ends when the last has left, whether they left with an answer or an error;
 * it is never open while an answer is sent. A part that hangs loses it after the time that every transaction has.
 *
 * Parts that begin together share it. One that begins when the others have left gets a transaction of its own: that
 * costs time, and changes nothing else.
 */
export class SharedRequest {
  readonly #open = new Map<string | null, Open>();
  #members = 0;
  #lastLeaves = Promise.withResolvers<void>();

  /**
   * Takes part from the moment of the call, before `where` is known. With `untilOver` the answer waits for the end of
   * the transaction, which then has failed for this part too if it failed.
   */
  async join<T>(
    where: Promise<Where>,
    work: (request: RequestContext) => Promise<T>,
    { untilOver = false }: { readonly untilOver?: boolean } = {},
  ): Promise<T> {
    this.#members += 1;
    let open: Open | undefined;
    try {
      open = this.#enter(await where);
      return await work(await open.request);
    } finally {
      this.#leave();
      if (untilOver) await open?.over;
    }
  }

  #enter({ caller, accountId }: Where): Open {
    const known = this.#open.get(accountId);
    if (known !== undefined) return known;
    const entered = Promise.withResolvers<RequestContext>();
    const { promise: lastLeft } = this.#lastLeaves;
    const over = withRequest(caller, { accountId }, (opened) => {
      entered.resolve(opened);
      return lastLeft;
    });
    // Those who were not let in hear of it by `entered`; a failure at the end is for whoever waits for it.
    over.catch(entered.reject);
    const open = { request: entered.promise, over };
    this.#open.set(accountId, open);
    return open;
  }

  #leave(): void {
    this.#members -= 1;
    if (this.#members > 0) return;
    this.#lastLeaves.resolve();
    this.#lastLeaves = Promise.withResolvers();
    this.#open.clear();
  }
}
