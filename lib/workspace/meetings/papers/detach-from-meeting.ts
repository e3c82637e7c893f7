import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { authorizeFeature } from "@/lib/workspace/core/meeting-features";
import { lockedMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { itemReader, secrecyColumns } from "@/lib/workspace/core/readable-items";
import { changeAgenda } from "../agenda/change-agenda";

/** Takes a document off a meeting: one that was attached by oneself, or any in full control of the meeting. It stays in its folder. */
export const detachFromMeeting = defineCommand({
  name: "meetings.detach-document",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  scope: "account",
  summary: "Take a document off a meeting; it stays in its folder",
  activity: "take a document off a meeting",
  input: z.object({ meetingId: id, attachmentId: id }),
  output: z.object({ id, meetingId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/meetings/{meetingId}/documents/{attachmentId}" },
  run: async (context, { meetingId, attachmentId }) => {
    const meeting = await lockedMeeting(context, meetingId);
    const { db, account, actor } = context;
    const of = { accountId: account.id, meetingId, id: attachmentId };
    const attached = await db.documentAttachment.findFirst({
      where: of,
      select: { addedByContactId: true, item: { select: secrecyColumns } },
    });
    const seen = attached !== null && (attached.item === null || itemReader(context, meeting)(attached.item));
    if (!seen) throw notFound(t("Attachment not found."));
    if (attached.addedByContactId === actor.contactId && actor.contactId !== null)
      await authorizeFeature(context, meeting, "addPaper");
    else await authorize(context, "meetings.control", meeting);
    refuseSettled(meeting);
    await db.documentAttachment.deleteMany({ where: of });
    await changeAgenda(context, meeting);
    return {
      output: { id: attachmentId, meetingId },
      audit: {
        summary: say("Took a document off the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
