import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";

export const MOST_GRACE_DAYS = 30;

export const policySchema = z.object({
  /** From when it is required; null if it isn't. */
  requiredFrom: isoDateTime.nullable(),
  /** It is required by now: those who aren't ready have no access. */
  inForce: z.boolean(),
  notReady: z.int(),
  members: z.int(),
  /** Whoever requires it of others needs it first. */
  youAreReady: z.boolean(),
  mostGraceDays: z.int(),
});

export type TwoFactorPolicy = z.output<typeof policySchema>;
