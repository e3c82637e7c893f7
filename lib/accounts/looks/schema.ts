import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

export const ownLook = z.object({
  id,
  by: z.string(),
  byStaff: z.boolean(),
  accountName: z.string().nullable().describe("Null if you no longer belong to it"),
  ofMeeting: z.boolean().describe("Only one meeting, by whoever runs it"),
  reason: z.string().nullable(),
  startedAt: isoDateTime,
  endedAt: isoDateTime.describe("When it ended, or will end at the latest"),
});

export type OwnLook = z.output<typeof ownLook>;
