import { z } from "zod";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { itemOfMeeting } from "@/lib/workspace/core/item-of-meeting";
import { controlledMeeting, refuseSettled, targetOf } from "@/lib/workspace/core/meeting-record";
import { readItems } from "@/lib/workspace/core/read-items";
import { changeAgenda } from "./change-agenda";

/** Moves an item one place up or down; the first one up, and the last one down, stay where they are. */
export const moveItem = defineCommand({
  name: "meetings.move-item",
  permission: "meetings.control",
  scope: "account",
  summary: "Move an item of a meeting's agenda up or down",
  activity: "move an agenda item",
  input: z.object({ meetingId: id, itemId: id, to: z.enum(["up", "down"]) }),
  output: z.object({ id, meetingId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/items/{itemId}/move" },
  run: async (context, { meetingId, itemId, to }) => {
    const meeting = await controlledMeeting(context, meetingId);
    await itemOfMeeting(context, meeting, itemId);
    refuseSettled(meeting);
    const order = (await readItems(context, meeting)).map((item) => item.id);
    const from = order.indexOf(itemId);
    const place = Math.min(Math.max(from + (to === "up" ? -1 : 1), 0), order.length - 1);
    const other = order[place];
    if (other !== undefined && place !== from) {
      order[place] = itemId;
      order[from] = other;
      await queryRows(
        context.db,
        sql`update "MeetingItem" i set "position" = o."place" from unnest(${order}::uuid[]) with ordinality as o("id", "place")
          where i."accountId" = ${context.account.id}::uuid and i."id" = o."id" and i."position" <> o."place" returning i."id"`,
      );
      await changeAgenda(context, meeting);
    }
    return {
      output: { id: itemId, meetingId },
      audit: {
        summary: say("Moved an agenda item of the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
