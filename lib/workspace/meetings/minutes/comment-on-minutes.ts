import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { itemOfMeeting } from "@/lib/workspace/core/item-of-meeting";
import { allowedFeatures } from "@/lib/workspace/core/meeting-features";
import { lockedMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { textOf } from "../input-fields";
import { readingOf } from "../reading";
import { MOST_COMMENTS } from "./schema";

/** Comments on draft minutes, as a whole or on one item, for everybody who sees that item. */
export const commentOnMinutes = defineCommand({
  name: "meetings.comment",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  scope: "account",
  summary: "Comment on the draft minutes of a meeting",
  activity: "comment on minutes",
  once: true,
  input: z.object({
    meetingId: id,
    itemId: id.optional(),
    body: textOf(5_000).min(1, issue("Enter a comment.")),
  }),
  output: z.object({ id, meetingId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/comments", status: 201 },
  run: async (context, { meetingId, itemId, body }) => {
    const meeting = await lockedMeeting(context, meetingId);
    refuseSettled(meeting);
    if (!readingOf(meeting, await allowedFeatures(context, meeting)).minutes)
      throw new Problem("conflict", t("The minutes have not been sent for comment yet."));
    if (itemId !== undefined) await itemOfMeeting(context, meeting, itemId);
    const { db, account, actor } = context;
    const of = { accountId: account.id, meetingId };
    if ((await db.meetingComment.count({ where: of })) >= MOST_COMMENTS)
      throw invalidField("body", t("These minutes have as many comments as they can."));
    const { id: commentId } = await db.meetingComment.create({
      data: { ...of, itemId: itemId ?? null, authorContactId: actor.contactId, authorName: actor.name, body },
      select: { id: true },
    });
    return {
      output: { id: commentId, meetingId },
      audit: {
        summary: say("Commented on the minutes of the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
