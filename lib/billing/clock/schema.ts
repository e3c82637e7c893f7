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

export const LAST_RUNS = 25;

export const clockView = z.object({
  /** The current time for billing. */
  now: isoDateTime,
  realNow: isoDateTime,
  /** False in production. */
  movable: z.boolean(),
  /** The time the worker is advancing to; null if the clock isn't advancing. */
  walkTo: isoDateTime.nullable(),
  /** Recent runs of the scheduled jobs that did something, latest first. */
  runs: z.array(clockRun).max(LAST_RUNS),
});

export type ClockView = z.infer<typeof clockView>;
