import { log } from "@/lib/platform/logging/log";
import { defaultBrand, type KnownBrand, readBrand } from "./read-brand";

/** For a process that misses a notification, or gets none: it then reads again while it answers with what it knows. */
const TRUSTED_MS = 60_000;
/** After a failed read: nobody waits for a database that doesn't answer. */
const RETRY_MS = 2_000;

/** The brand as this process knows it. Only the first reader waits for the database. */
export class BrandCache {
  #known: KnownBrand | undefined;
  #readAgainAt = 0;
  #first: Promise<KnownBrand> | undefined;
  #running: Promise<unknown> = Promise.resolve();
  #next: Promise<KnownBrand> | undefined;

  /** What is known without asking anybody: the default until it has been read. */
  get known(): KnownBrand {
    return this.#known ?? defaultBrand();
  }

  async current(): Promise<KnownBrand> {
    if (this.#known === undefined && this.#first !== undefined) return this.#first;
    if (performance.now() < this.#readAgainAt) return this.known;
    this.#readAgainAt = performance.now() + RETRY_MS;
    const reading = this.refresh();
    if (this.#known !== undefined) return this.#known;
    this.#first = reading.finally(() => {
      this.#first = undefined;
    });
    return this.#first;
  }

  /** Reads it again, after a read that is under way: that one may not have seen the change. */
  refresh(): Promise<KnownBrand> {
    this.#next ??= this.#running.then(() => {
      this.#next = undefined;
      const reading = this.#read();
      this.#running = reading;
      return reading;
    });
    return this.#next;
  }

  /** During an outage the last one known goes on. */
  async #read(): Promise<KnownBrand> {
    try {
      this.#known = await readBrand();
      this.#readAgainAt = performance.now() + TRUSTED_MS;
    } catch (error) {
      this.#readAgainAt = performance.now() + RETRY_MS;
      log().warn({ err: error }, "The brand couldn't be read.");
    }
    return this.known;
  }
}
