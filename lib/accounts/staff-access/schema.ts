import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { workspaceAreas } from "@/lib/policy/areas";

const opening = z.object({
  areas: z.array(z.enum(workspaceAreas)).max(workspaceAreas.length),
  openedBy: z.string(),
  openedAt: isoDateTime,
  endsAt: isoDateTime.describe("When it ended, if it was closed before its time"),
});

/** How many earlier ones are shown. The activity log has all. */
export const MOST_SHOWN = 10;

export const staffAccess = z.object({ open: opening.nullable(), earlier: z.array(opening).max(MOST_SHOWN) });

export type StaffAccess = z.output<typeof staffAccess>;
