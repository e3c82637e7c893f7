import { PassThrough } from "node:stream";

/** The connection ended between the end of a mail and the server's answer to it: it may have been delivered. */
export class UnknownDelivery extends Error {
  override name = "UnknownDelivery";
  constructor(override readonly cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause));
  }
}

/** How far a mail has got on its way to the mail server. */
export class Handover {
  #complete = false;
  #stopped = false;

  /** All of it was passed on. */
  get isComplete(): boolean {
    return this.#complete;
  }

  /** From now on it isn't passed on any more: what was given up must not be delivered after all. */
  stop(): void {
    this.#stopped = true;
  }

  /** The stream that the mail goes through. */
  watch(): PassThrough {
    const given = new PassThrough({
      transform: (piece, _, next) => next(this.#stopped ? new Error("It was given up.") : null, piece),
      flush: (next) => {
        if (this.#stopped) return next(new Error("It was given up."));
        this.#complete = true;
        next();
      },
    });
    return given;
  }
}
