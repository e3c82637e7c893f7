import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";

export const clockRun = z.object({
  id: z.uuid(),
  /** The business clock. */
  at: isoDateTime,
  startedAt: isoDateTime,
  tookMs: z.int().min(0),
  did: z.array(z.object({ job: z.string(), times: z.int().min(1) })),
  failures: z.array(z.string()),
});

export type ClockRun = z.infer<typeof clockRun>;

export const clockView = z.object({
  /** Billing's current time. */
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
