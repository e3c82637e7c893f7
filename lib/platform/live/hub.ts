import { type Listener, listen } from "@/lib/platform/db/listen";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { log } from "@/lib/platform/logging/log";
import type { LiveKind } from "@/lib/platform/operations/live-kind";
import { eventsFor } from "./events-for";
import { type Follower, isNews, type Sink } from "./follower";
import { type LiveLimits, LONGEST_TIMEOUT_MS, usualLimits } from "./live-limits";
import { readChanged, type Told } from "./read-changed";
import { type AccessChange, readSignal, type Signal } from "./signal";

interface Stream extends Follower {
  readonly sink: Sink;
  readonly expiry: NodeJS.Timeout;
}

/** How often access is read again because it has just changed. */
const MOST_ROUNDS = 3;

/**
 * Tells open pages of changes, with one connection that listens for all of them. PostgreSQL delivers in the order of the
 * commits: a stream whose reader's access has changed is ended before anything that was committed later, so the access
 * that was read when it opened is the one that decides. When the connection is lost, changes of access are no longer heard, so
 * all streams end.
 */
export class LiveHub {
  readonly #kinds: ReadonlyMap<string, LiveKind>;
  readonly #limits: LiveLimits;
  readonly #streams = new Set<Stream>();
  /** Changes of access while streams were being opened: a list for each of these. */
  readonly #opening = new Set<AccessChange[]>();
  readonly #pending = new Map<string, Map<string, Told>>();
  #listener: Listener | null = null;
  #hears = false;
  /** How often the connection was lost: what changed meanwhile was never heard, although it hears again. */
  #losses = 0;
  #ended = false;
  #whenHearing: (() => void)[] = [];
  #flushing = Promise.resolve();
  #beating: NodeJS.Timeout | undefined;

  constructor(kinds: readonly LiveKind[], limits: Partial<LiveLimits> = {}) {
    this.#kinds = new Map(kinds.map((kind) => [kind.kind, kind]));
    this.#limits = { ...usualLimits, ...limits };
  }

  get size(): number {
    return this.#streams.size;
  }

  /**
   * Opens a stream for the person that `read` identifies, until their access changes, `end` or the returned function is
   * called. Throws `too-many` above the limits, and `unavailable` while changes can't be heard.
   */
  async open(read: () => Promise<Follower>, connect: () => Sink): Promise<() => void> {
    await this.#hearing();
    if (this.#streams.size + this.#opening.size >= this.#limits.all) throw tooMany();
    for (let round = 1; round <= MOST_ROUNDS; round++) {
      const changes: AccessChange[] = [];
      this.#opening.add(changes);
      const losses = this.#losses;
      try {
        const follower = await read();
        if (!this.#hears || this.#ended || losses !== this.#losses) throw unavailable();
        // What they may see could have been read before the change.
        if (changes.some((change) => isNews(follower, change))) continue;
        const own = [...this.#streams].filter(({ personId }) => personId === follower.personId);
        if (own.length >= this.#limits.each) throw tooMany();
        return this.#add(follower, connect());
      } finally {
        this.#opening.delete(changes);
      }
    }
    throw unavailable();
  }

  /** Ends all streams, for good. */
  async end(): Promise<void> {
    this.#ended = true;
    this.#endAll();
    clearInterval(this.#beating);
    await this.#listener?.stop();
    await this.#flushing;
  }

  #add(follower: Follower, sink: Sink): () => void {
    const left = Math.min(follower.stamp.until.getTime() - Date.now(), LONGEST_TIMEOUT_MS);
    const expiry = setTimeout(() => this.#drop(stream), Math.max(left, 0));
    expiry.unref();
    const stream: Stream = { ...follower, sink, expiry };
    this.#streams.add(stream);
    return () => this.#drop(stream);
  }

  #drop(stream: Stream): void {
    if (!this.#streams.delete(stream)) return;
    clearTimeout(stream.expiry);
    stream.sink.end();
  }

  #endAll(): void {
    for (const stream of [...this.#streams]) this.#drop(stream);
  }

  /** Listens from the first stream on. */
  async #hearing(): Promise<void> {
    if (this.#ended) throw unavailable();
    if (this.#hears) return;
    this.#listener ??= this.#listen();
    await new Promise<void>((resolve, reject) => {
      const over = setTimeout(() => reject(unavailable()), this.#limits.wait);
      this.#whenHearing.push(() => {
        clearTimeout(over);
        resolve();
      });
    });
  }

  #listen(): Listener {
    this.#beating = setInterval(() => {
      for (const { sink } of this.#streams) sink.beat();
    }, this.#limits.beat);
    this.#beating.unref();
    const lost = () => {
      this.#hears = false;
      this.#losses++;
      this.#endAll();
    };
    return listen("portcullis_live", (payload) => this.#heard(payload), undefined, lost);
  }

  #heard(payload?: string): void {
    if (payload === undefined) {
      this.#hears = true;
      for (const resolve of this.#whenHearing.splice(0)) resolve();
      return;
    }
    const signal = readSignal(payload);
    if (signal !== null) this.#take(signal);
  }

  #take(signal: Signal): void {
    if ("access" in signal) return void this.#accessChanged(signal);
    const { account } = signal;
    const on = [...this.#streams].filter(({ accountId }) => accountId === null || accountId === account);
    if ("person" in signal) {
      for (const one of on) if (one.personId === signal.person) one.sink.send({ kind: "notification" });
      return;
    }
    if (on.length > 0 && this.#kinds.has(signal.kind)) this.#collect(signal);
  }

  #accessChanged(change: AccessChange): void {
    for (const changes of this.#opening) changes.push(change);
    for (const stream of [...this.#streams]) if (isNews(stream, change)) this.#drop(stream);
  }

  #collect(told: Told): void {
    if (this.#pending.size === 0) {
      setTimeout(() => {
        this.#flushing = this.#flushing.then(() => this.#flush());
      }, this.#limits.collect);
    }
    const ofAccount = this.#pending.get(told.account) ?? new Map<string, Told>();
    ofAccount.set(JSON.stringify(told), told);
    this.#pending.set(told.account, ofAccount);
  }

  async #flush(): Promise<void> {
    const collected = [...this.#pending];
    this.#pending.clear();
    for (const [accountId, changes] of collected) {
      try {
        await this.#tell(accountId, [...changes.values()]);
      } catch (error) {
        // They refresh when they connect again.
        log().warn({ err: error }, "A change couldn't be told: the streams of its account end.");
        for (const stream of [...this.#streams]) {
          if (stream.accountId === null || stream.accountId === accountId) this.#drop(stream);
        }
      }
    }
  }

  async #tell(accountId: string, changes: readonly Told[]): Promise<void> {
    const changed = await readChanged(accountId, changes, this.#kinds);
    if (changed === null) return;
    // Those whose access ended while the records were read are no longer among them.
    for (const stream of this.#streams) {
      if (stream.accountId !== null && stream.accountId !== accountId) continue;
      for (const event of eventsFor(stream, changes, { changed, kinds: this.#kinds })) stream.sink.send(event);
    }
  }
}

const unavailable = (): Problem =>
  new Problem("unavailable", t("The portal is temporarily unavailable. Try again in a moment."), { retryAfter: 5 });

const tooMany = (): Problem =>
  new Problem("too-many", t("Too many pages are open. Close some of them and try again."), { retryAfter: 60 });
