/** Something that several wait for, and that happens again and again. */
export class Moment {
  #next = Promise.withResolvers<void>();

  /** Resolves when it happens next. */
  get next(): Promise<void> {
    return this.#next.promise;
  }

  happens(): void {
    const { resolve } = this.#next;
    this.#next = Promise.withResolvers<void>();
    resolve();
  }
}
