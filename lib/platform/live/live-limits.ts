export interface LiveLimits {
  /** Streams of one person, and of all. */
  readonly each: number;
  readonly all: number;
  /** How long changes are collected before the records are read, in milliseconds. */
  readonly collect: number;
  /** Interval of the comments that keep proxies from closing a quiet stream. */
  readonly beat: number;
  /** How long a new stream waits for the database's notifications. */
  readonly wait: number;
}

export const usualLimits: LiveLimits = { each: 20, all: 2_000, collect: 20, beat: 20_000, wait: 3_000 };

/** A timer that is set for longer fires at once. */
export const LONGEST_TIMEOUT_MS = 2_147_483_647;
