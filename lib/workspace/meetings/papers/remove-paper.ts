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

/** Removes a paper: one's own, or any in full control of the meeting. */
export const removePaper = defineCommand({
  name: "meetings.remove-paper",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  scope: "account",
  summary: "Remove a paper from a meeting",
  activity: "remove a paper",
  input: z.object({ meetingId: id, paperId: id }),
  output: z.object({ id, meetingId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/meetings/{meetingId}/papers/{paperId}" },
  run: async (context, { meetingId, paperId }) => {
    const meeting = await lockedMeeting(context, meetingId);
    const { db, account, actor } = context;
    const of = { accountId: account.id, meetingId, id: paperId };
    const paper = await db.meetingPaper.findFirst({
      where: of,
      select: { addedByContactId: true, item: { select: secrecyColumns } },
    });
    const seen = paper !== null && (paper.item === null || itemReader(context, meeting)(paper.item));
    if (!seen) throw notFound(t("Paper not found."));
    if (paper.addedByContactId === actor.contactId && actor.contactId !== null)
      await authorizeFeature(context, meeting, "addPaper");
    else await authorize(context, "meetings.control", meeting);
    refuseSettled(meeting);
    await db.meetingPaper.deleteMany({ where: of });
    return {
      output: { id: paperId, meetingId },
      audit: {
        summary: say("Removed a paper from the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
