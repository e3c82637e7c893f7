import type { BatchJob } from "./run-batch";

/**
 * The order in which one run does the jobs, whichever feature they belong to: money that is under way is accounted for
 * before anybody is charged, reminded or suspended for the lack of it.
 */
export const phases = [
  "settle",
  "end",
  "renew",
  "announce",
  "charge",
  "restore",
  "remind",
  "suspend",
  "notify",
  "clean",
] as const;

/** A job that the worker runs on billing's clock, for every account that needs it. */
export interface ScheduledJob extends BatchJob {
  /** Unique; the key under which a run records how many things it did. */
  readonly name: string;
  readonly phase: (typeof phases)[number];
  /** Jobs of one queue run together, in the order of their phases. All of a queue have the same cron. */
  readonly queue: string;
  readonly cron: string;
  /** What staff read after a number, for one and for more: "invoice issued", "invoices issued". */
  readonly words: readonly [one: string, more: string];
  /** The database announces changes of invoices: run at once, without waiting for the cron. */
  readonly onInvoiceChange?: true;
}
