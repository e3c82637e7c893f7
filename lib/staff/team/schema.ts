import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

export const factorReset = z.object({
  personId: id,
  name: z.string(),
  hasFactor: z.boolean(),
  /** They are a manager: two others are needed. */
  needsTwo: z.boolean(),
  /** Asked by one manager, and not confirmed by another yet. */
  waiting: z
    .object({ resetId: id, reason: z.string(), requestedBy: z.string(), isYours: z.boolean(), endsAt: isoDateTime })
    .nullable(),
});
export type FactorReset = z.infer<typeof factorReset>;
