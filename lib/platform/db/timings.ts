/** How long whoever talks to PostgreSQL waits for what, in milliseconds. */
export interface Timings {
  /** For a connection: one that is made anew, or one of the pool that others hold. */
  readonly connect: number;
  /** For an answer of a connection that has been idle for longer than `trusted`, before it is lent out. */
  readonly check: number;
  readonly trusted: number;
  /** For the answer to one statement: the connection is taken for dead after that and thrown away. */
  readonly query: number;
  /** What the server allows a statement, and it to wait for a lock. Below `query`, so that the server speaks first. */
  readonly statement: number;
  readonly lock: number;
  /** How long the server keeps the locks of a transaction whose process says nothing any more. */
  readonly idleInTransaction: number;
}

/** A page or a job. All is over, and its connections free again, within ten seconds of whatever happened. */
export const usualTimings: Timings = {
  connect: 3_000,
  check: 1_000,
  trusted: 1_000,
  query: 7_000,
  statement: 6_500,
  lock: 5_000,
  idleInTransaction: 15_000,
};

/** What is asked while somebody signs in, who has an answer within five seconds. */
export const shortTimings: Timings = { ...usualTimings, connect: 2_000, query: 2_000, statement: 1_800, lock: 1_500 };

/** The job queue, which looks after tables of its own now and then. */
export const queueTimings: Timings = { ...usualTimings, query: 30_000, statement: 29_000, idleInTransaction: 30_000 };

/** Work on the whole database that somebody waits for at a terminal. */
export const patientTimings: Timings = {
  ...usualTimings,
  query: 3_600_000,
  statement: 3_600_000,
  idleInTransaction: 3_600_000,
};
