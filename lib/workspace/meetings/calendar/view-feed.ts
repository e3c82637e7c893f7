import { z } from "zod";
import { isoDateTime, isoOrNull } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";

/** Whether one has a calendar address, and since when. The address itself is only shown when it is made. */
export const viewFeed = defineQuery({
  name: "meetings.view-feed",
  permission: "meetings.view",
  scope: "account",
  summary: "View whether your calendar has a secret address",
  activity: "view their calendar address",
  input: z.object({}),
  output: z.object({ createdAt: isoDateTime.nullable() }),
  http: { method: "GET", path: "/accounts/{accountId}/meeting-feed" },
  run: async ({ db, account, actor }) => {
    const feed = await db.meetingFeed.findFirst({
      where: { accountId: account.id, contactId: actor.contactId ?? account.id },
      select: { createdAt: true },
    });
    return { createdAt: isoOrNull(feed?.createdAt ?? null) };
  },
});
