import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { areas } from "@/lib/policy/areas";

export const activityOutcome = z.enum(["done", "denied"]);

/** A calendar day. Years that nobody means are refused before PostgreSQL has to refuse them. */
const day = z.iso
  .date("Write a day as YYYY-MM-DD.")
  .refine((text) => text >= "2000" && text < "2200", "Choose a day between 2000 and 2199.");

/** The filters of the activity log, the same for the page, the API and the export. */
export const activityFilters = {
  person: z
    .union([id, z.literal("staff")])
    .optional()
    .describe("A person of the account, or all of its staff"),
  outcome: activityOutcome.optional().describe("`denied` are attempts outside of somebody's permissions"),
  area: z.enum(areas).optional().describe("Area of the permission that was asked for"),
  operation: z
    .string()
    .regex(/^[a-z][a-z0-9.-]{0,99}$/, "An operation or the beginning of one, such as tickets.open or tickets.")
    .optional()
    .describe("An operation or the beginning of its name"),
  from: day.optional().describe("First day, in the time zone of the one who asks"),
  to: day.optional().describe("Last day, in the time zone of the one who asks"),
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
  /** The permission's name for people. */
  permissionName: z.string(),
  outcome: activityOutcome,
  summary: z.string(),
  target: z.object({ type: z.string(), id: z.string() }).nullable(),
  /** Where it came from; not told of staff. */
  ip: z.string().nullable(),
});

export type ActivityEvent = z.infer<typeof activityEvent>;
