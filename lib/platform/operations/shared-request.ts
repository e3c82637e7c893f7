import type { Caller } from "./caller";
import { type RequestContext, withRequest } from "./execute";

interface Where {
  readonly caller: Caller;
  readonly accountId: string | null;
}

/** An open request, and the end of its transaction. */
interface Open {
  readonly request: Promise<RequestContext>;
  readonly over: Promise<void>;
}

/**
 * One request, and so one transaction, for all parts of a page: each joins, executes operations and leaves. The
 * transaction opens with the first and ends when the last has left, with a result or an error; it is never open while a
 * response is sent. A part that hangs loses it to the usual timeout.
 *
 * Parts that start together share it. One that starts after the others have left gets its own transaction: slower, but
 * otherwise the same.
 */
export class SharedRequest {
  readonly #open = new Map<string | null, Open>();
  #members = 0;
  #lastLeaves = Promise.withResolvers<void>();

  /**
   * Joins at the moment of the call, before `where` is known. With `untilOver` the result waits for the end of the
   * transaction, whose failure then fails this part too.
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
    // Those who weren't admitted are rejected by `entered`; a failure at the end is for those waiting for it.
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
