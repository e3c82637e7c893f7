import { z } from "zod";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Ends one's own calendar address, if there is one. */
export const removeFeed = defineCommand({
  name: "meetings.remove-feed",
  permission: "meetings.view",
  scope: "account",
  summary: "End the secret address of your calendar",
  activity: "end a calendar address",
  input: z.object({}),
  output: z.object({ removed: z.boolean() }),
  http: { method: "DELETE", path: "/accounts/{accountId}/meeting-feed" },
  run: async ({ db, account, actor }) => {
    const where = { accountId: account.id, contactId: actor.contactId ?? account.id };
    const { count } = await db.meetingFeed.deleteMany({ where });
    return {
      output: { removed: count > 0 },
      audit: count > 0 ? { summary: say("Ended the secret address of their calendar") } : null,
    };
  },
});
