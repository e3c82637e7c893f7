import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { attachDocument as attach } from "@/lib/workspace/core/attached-documents";
import { itemOfMeeting } from "@/lib/workspace/core/item-of-meeting";
import { authorizeFeature } from "@/lib/workspace/core/meeting-features";
import { lockedMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { changeAgenda } from "../agenda/change-agenda";

/** Attaches a document to a meeting or to one of its items. Who may open it is still decided by its folder. */
export const attachToMeeting = defineCommand({
  name: "meetings.attach-document",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  alsoNeeds: ["documents.view"],
  scope: "account",
  summary: "Attach a document to a meeting or to one of its agenda items",
  activity: "attach a document to a meeting",
  input: z.object({ meetingId: id, itemId: id.optional(), documentId: id }),
  output: z.object({ id, meetingId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/documents", status: 201 },
  run: async (context, { meetingId, itemId = null, documentId }) => {
    const meeting = await lockedMeeting(context, meetingId);
    await authorizeFeature(context, meeting, "addPaper");
    refuseSettled(meeting);
    if (itemId !== null) await itemOfMeeting(context, meeting, itemId);
    const attachmentId = await attach(context, documentId, { meetingId, itemId });
    await changeAgenda(context, meeting);
    return {
      output: { id: attachmentId, meetingId },
      audit: {
        summary: say("Attached a document to the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
