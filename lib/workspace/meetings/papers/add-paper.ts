import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { itemOfMeeting } from "@/lib/workspace/core/item-of-meeting";
import { authorizeFeature } from "@/lib/workspace/core/meeting-features";
import { lockedMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { MOST_PAPERS } from "../agenda/schema";
import { textOf, titleText } from "../input-fields";

/** Adds a paper to a meeting or to one of its items: those see it who see the item. */
export const addPaper = defineCommand({
  name: "meetings.add-paper",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  scope: "account",
  summary: "Add a paper to a meeting or to one of its agenda items",
  activity: "add a paper",
  once: true,
  input: z.object({
    meetingId: id,
    itemId: id.optional(),
    title: titleText,
    body: textOf(20_000).min(1, issue("Enter the text of the paper.")),
  }),
  output: z.object({ id, meetingId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/papers", status: 201 },
  run: async (context, { meetingId, itemId, title, body }) => {
    const meeting = await lockedMeeting(context, meetingId);
    await authorizeFeature(context, meeting, "addPaper");
    refuseSettled(meeting);
    if (itemId !== undefined) await itemOfMeeting(context, meeting, itemId);
    const { db, account, actor } = context;
    const of = { accountId: account.id, meetingId };
    if ((await db.meetingPaper.count({ where: of })) >= MOST_PAPERS)
      throw invalidField("title", t("This meeting has as many papers as it can."));
    const { id: paperId } = await db.meetingPaper.create({
      data: { ...of, itemId: itemId ?? null, title, body, addedByContactId: actor.contactId, addedByName: actor.name },
      select: { id: true },
    });
    return {
      output: { id: paperId, meetingId },
      audit: {
        summary: say("Added a paper to the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
