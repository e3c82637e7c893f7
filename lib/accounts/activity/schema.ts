import { z } from "zod";
import { calendarDay } from "@/lib/platform/kernel/calendar-day";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { issue } from "@/lib/platform/language/msg";
import { areas } from "@/lib/policy/areas";

/** Of one event: more are cut off. */
export const MOST_CHANGES = 120;

export const activityOutcome = z.enum(["done", "denied"]);

/** The filters of the activity log, the same for the page, the API and the export. */
export const activityFilters = {
  person: z
    .union([id, z.literal("staff")])
    .optional()
    .describe("A person on the account, or `staff` for all staff"),
  name: z.string().trim().max(200).optional().describe("Part of the name of whoever did it"),
  outcome: activityOutcome.optional().describe("`denied`: attempts without the required permission"),
  area: z.enum(areas).optional().describe("Area of the required permission"),
  operation: z
    .string()
    .regex(/^[a-z][a-z0-9.-]{0,99}$/, issue("Enter an operation or a prefix, such as tickets.open or tickets."))
    .optional()
    .describe("An operation name or a prefix of one"),
  from: calendarDay.optional().describe("First day, in the caller's time zone"),
  to: calendarDay.optional().describe("Last day, in the caller's time zone"),
};

export const activityEvent = z.object({
  id,
  at: isoDateTime,
  actorName: z.string(),
  actorIsStaff: z.boolean(),
  /** page, form, api, token or system */
  via: z.string(),
  operation: z.string(),
  permission: z.string(),
  /** The permission's display name. */
  permissionName: z.string(),
  outcome: activityOutcome,
  summary: z.string(),
  /** What was changed, from what to what, where the log knows it. */
  changes: z
    .array(z.object({ what: z.string(), before: z.string().nullable(), after: z.string().nullable() }))
    .max(MOST_CHANGES),
  target: z.object({ type: z.string(), id: z.string() }).nullable(),
  /** IP address; null for staff. */
  ip: z.string().nullable(),
});

export type ActivityEvent = z.infer<typeof activityEvent>;
