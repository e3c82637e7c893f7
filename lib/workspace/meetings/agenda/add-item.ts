import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { controlledMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { MOST_ITEMS } from "@/lib/workspace/core/schema";
import { itemFields } from "../input-fields";
import { changeAgenda } from "./change-agenda";
import { checkItemPeople } from "./item-people";
import { writeOrganisations } from "./write-organisations";

/** Adds an item at the end of the agenda. */
export const addItem = defineCommand({
  name: "meetings.add-item",
  permission: "meetings.control",
  scope: "account",
  summary: "Add an item to a meeting's agenda",
  activity: "add an agenda item",
  once: true,
  input: z.object({ meetingId: id, ...itemFields }),
  output: z.object({ id, meetingId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/items", status: 201 },
  run: async (context, { meetingId, presenter, readers, organisations, ...item }) => {
    const meeting = await controlledMeeting(context, meetingId);
    refuseSettled(meeting);
    await checkItemPeople(context, meeting, { presenter, readers, ...item });
    const { db, account } = context;
    const of = { accountId: account.id, meetingId };
    const { _count, _max } = await db.meetingItem.aggregate({ where: of, _count: true, _max: { position: true } });
    if (_count >= MOST_ITEMS) throw invalidField("title", t("An agenda can have up to 100 items."));
    const { id: itemId } = await db.meetingItem.create({
      data: { ...of, ...item, presenterId: presenter, position: (_max.position ?? 0) + 1 },
      select: { id: true },
    });
    if (item.confidential)
      await db.meetingItemReader.createMany({
        data: [...new Set(readers)].map((contactId) => ({ accountId: account.id, itemId, contactId })),
      });
    await writeOrganisations(context, itemId, organisations);
    await changeAgenda(context, meeting);
    return {
      output: { id: itemId, meetingId },
      audit: {
        summary: say("Added an agenda item to the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
