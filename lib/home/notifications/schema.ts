import { z } from "zod";
import { isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";

export const notificationItem = z.object({
  id,
  kind: z.string(),
  title: z.string(),
  detail: z.string().describe("What it is about, in the record's own words; may be empty"),
  why: z.string().describe("Why you get it"),
  notice: z.string().nullable().describe("What to turn off to get no more of them; null if it can't be turned off"),
  account: z.string().describe("The account's name"),
  path: z.string().describe("Path of the record in the portal"),
  read: z.boolean(),
  createdAt: isoDateTime,
});

export type NotificationItem = z.infer<typeof notificationItem>;

/** More than that aren't counted. */
export const MOST_COUNTED = 100;

export const unreadCount = z.object({ unread: z.int().describe(`At most ${MOST_COUNTED}`) });
