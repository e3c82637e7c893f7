import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { itemOfMeeting } from "@/lib/workspace/core/item-of-meeting";
import { authorizeFeature } from "@/lib/workspace/core/meeting-features";
import { visibleMeeting } from "@/lib/workspace/core/meeting-record";

/** The minutes of one item as they are saved: for a minute taker whose own text was typed on an earlier version. */
export const viewItemMinutes = defineQuery({
  name: "meetings.view-item-minutes",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  scope: "account",
  summary: "View the minutes of an agenda item as they are saved",
  activity: "view minutes",
  input: z.object({ meetingId: id, itemId: id }),
  output: z.object({ version: z.int(), minutes: z.string() }),
  http: { method: "GET", path: "/accounts/{accountId}/meetings/{meetingId}/items/{itemId}/minutes" },
  run: async (context, { meetingId, itemId }) => {
    const meeting = await visibleMeeting(context, meetingId);
    await authorizeFeature(context, meeting, "takeMinutes");
    const { minutes, minutesVersion } = await itemOfMeeting(context, meeting, itemId);
    return { version: minutesVersion, minutes };
  },
});
