import type { Sentence } from "@/lib/platform/language/msg";
import type { BatchJob } from "./run-batch";

/**
 * The order in which a run executes jobs, whichever feature they belong to: pending money is booked
 * before anyone is charged, reminded or suspended.
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
  /** Unique; the key under which a run records its count. */
  readonly name: string;
  readonly phase: (typeof phases)[number];
  /** Jobs of one queue run together, in the order of their phases, and must have the same cron. */
  readonly queue: string;
  readonly cron: string;
  /** What a run did, for staff: `{count, plural, one {# invoice issued} other {# invoices issued}}`. */
  readonly words: Sentence;
  /** Also triggered by database notifications of invoice changes, without waiting for the cron. */
  readonly onInvoiceChange?: true;
}
