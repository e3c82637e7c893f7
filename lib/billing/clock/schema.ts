import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";

/** What the jobs of a run did, in words that staff read after a number, for one and for more: "3 invoices issued". */
export const jobsInWords = {
  settlePayments: ["payment settled that was left behind", "payments settled that were left behind"],
  settleRefunds: ["refund settled that was left behind", "refunds settled that were left behind"],
  end: ["service ended with its period", "services ended with their period"],
  renew: ["invoice issued", "invoices issued"],
  announce: ["invoice mailed", "invoices mailed"],
  charge: ["automatic charge", "automatic charges"],
  restore: ["service restored", "services restored"],
  remind: ["reminder sent", "reminders sent"],
  suspend: ["service suspended", "services suspended"],
  tellOfCards: ["notice of a card that expires", "notices of cards that expire"],
  forget: ["removed card that the provider has forgotten", "removed cards that the provider has forgotten"],
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

/** "1 reminder sent", "37 invoices mailed". */
export function jobInWords(job: keyof typeof jobsInWords, times: number): string {
  const [one, more] = jobsInWords[job];
  return `${times} ${times === 1 ? one : more}`;
}

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
