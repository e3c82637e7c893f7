/** Timeouts of a PostgreSQL client, in milliseconds. */
export interface Timings {
  /** For a connection: opening one, or waiting for one from the pool. */
  readonly connect: number;
  /** For the probe of a connection that has been idle for longer than `trusted`, before it is reused. */
  readonly check: number;
  readonly trusted: number;
  /** For the response to one statement: after that the connection counts as dead and is closed. */
  readonly query: number;
  /** The server's limits for a statement and for a lock. Below `query`, so that the server reports first. */
  readonly statement: number;
  readonly lock: number;
  /** How long the server keeps the locks of a transaction whose process has gone silent. */
  readonly idleInTransaction: number;
}

/** A page or a job. Finishes, and frees its connections, within ten seconds whatever happens. */
export const usualTimings: Timings = {
  connect: 3_000,
  check: 1_000,
  trusted: 1_000,
  query: 7_000,
  statement: 6_500,
  lock: 5_000,
  idleInTransaction: 15_000,
};

/** A replica that doesn't answer at once is left alone: the primary can answer as well. */
export const replicaTimings: Timings = { ...usualTimings, connect: 1_000 };

/** Sign-in queries, which must answer within five seconds. */
export const shortTimings: Timings = { ...usualTimings, connect: 2_000, query: 2_000, statement: 1_800, lock: 1_500 };

/** The job queue, which occasionally maintains its own tables. */
export const queueTimings: Timings = { ...usualTimings, query: 30_000, statement: 29_000, idleInTransaction: 30_000 };

/** Whole-database work started from a terminal. */
export const patientTimings: Timings = {
  ...usualTimings,
  query: 3_600_000,
  statement: 3_600_000,
  idleInTransaction: 3_600_000,
};
