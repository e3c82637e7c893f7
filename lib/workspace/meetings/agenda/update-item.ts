import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { itemOfMeeting } from "@/lib/workspace/core/item-of-meeting";
import { controlledMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { itemFields } from "../input-fields";
import { changeAgenda } from "./change-agenda";
import { checkItemPeople } from "./item-people";
import { writeOrganisations } from "./write-organisations";

export const updateItem = defineCommand({
  name: "meetings.update-item",
  permission: "meetings.control",
  scope: "account",
  summary: "Change an item of a meeting's agenda",
  activity: "change an agenda item",
  input: z.object({ meetingId: id, itemId: id, ...itemFields }),
  output: z.object({ id, meetingId: id }),
  http: { method: "PUT", path: "/accounts/{accountId}/meetings/{meetingId}/items/{itemId}" },
  run: async (context, { meetingId, itemId, presenter, readers, organisations, ...item }) => {
    const meeting = await controlledMeeting(context, meetingId);
    const before = await itemOfMeeting(context, meeting, itemId);
    refuseSettled(meeting);
    await checkItemPeople(context, meeting, { presenter, readers, ...item }, before.presenter?.id);
    const { db, account } = context;
    const accountId = account.id;
    await db.meetingItem.updateMany({ where: { accountId, id: itemId }, data: { ...item, presenterId: presenter } });
    await db.meetingItemReader.deleteMany({ where: { accountId, itemId } });
    if (item.confidential)
      await db.meetingItemReader.createMany({
        data: [...new Set(readers)].map((contactId) => ({ accountId, itemId, contactId })),
      });
    await writeOrganisations(context, itemId, organisations);
    await changeAgenda(context, meeting);
    return {
      output: { id: itemId, meetingId },
      audit: {
        summary: say("Changed an agenda item of the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
