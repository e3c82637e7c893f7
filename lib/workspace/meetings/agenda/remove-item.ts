import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { itemOfMeeting } from "@/lib/workspace/core/item-of-meeting";
import { controlledMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { changeAgenda } from "./change-agenda";

/** Removes an item with its minutes and papers. */
export const removeItem = defineCommand({
  name: "meetings.remove-item",
  permission: "meetings.control",
  scope: "account",
  summary: "Remove an item from a meeting's agenda, with its minutes and papers",
  activity: "remove an agenda item",
  input: z.object({ meetingId: id, itemId: id }),
  output: z.object({ id, meetingId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/meetings/{meetingId}/items/{itemId}" },
  run: async (context, { meetingId, itemId }) => {
    const meeting = await controlledMeeting(context, meetingId);
    await itemOfMeeting(context, meeting, itemId);
    refuseSettled(meeting);
    await context.db.meetingItem.deleteMany({ where: { accountId: context.account.id, id: itemId } });
    await changeAgenda(context, meeting);
    return {
      output: { id: itemId, meetingId },
      audit: {
        summary: say("Removed an agenda item from the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
