import { z } from "zod";
import { isoDateTime } from "@/lib/kernel/dates";

/** What the jobs of a run did, in words that staff read after a number: "3 invoices issued". */
export const jobsInWords = {
  settlePayments: "payments settled that were left behind",
  settleRefunds: "refunds settled that were left behind",
  end: "services ended with their period",
  renew: "invoices issued",
  announce: "invoices mailed",
  charge: "automatic charges",
  restore: "services restored",
  remind: "reminders sent",
  suspend: "services suspended",
  tellOfCards: "notices of cards that expire",
  forget: "removed cards that the provider has forgotten",
} as const;

const jobName = z.enum(Object.keys(jobsInWords) as [keyof typeof jobsInWords, ...(keyof typeof jobsInWords)[]]);

export const clockRun = z.object({
  id: z.uuid(),
  /** The business clock. */
  at: isoDateTime,
  startedAt: isoDateTime,
  tookMs: z.int().min(0),
  did: z.array(z.object({ job: jobName, times: z.int().min(1) })),
  failures: z.array(z.string()),
});

export type ClockRun = z.infer<typeof clockRun>;

export const clockView = z.object({
  /** What billing takes for now. */
  now: isoDateTime,
  realNow: isoDateTime,
  /** False in production. */
  movable: z.boolean(),
  /** Where the worker is taking it; null while it stands. */
  walkTo: isoDateTime.nullable(),
  /** The last runs of the month's jobs that did anything, the latest first. */
  runs: z.array(clockRun),
});

export type ClockView = z.infer<typeof clockView>;
