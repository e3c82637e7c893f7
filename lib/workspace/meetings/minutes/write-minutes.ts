import { z } from "zod";
import { id, versionOrNone } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { targetOf } from "@/lib/workspace/core/meeting-record";
import { minutedItem } from "@/lib/workspace/core/minuted-item";

const LONGEST = 20_000;

/**
 * Saves the minutes of one item as they are typed. Throws `conflict` if somebody else has saved them since the version they
 * were typed on.
 */
export const writeMinutes = defineCommand({
  name: "meetings.write-minutes",
  permission: "meetings.view",
  alsoChecks: ["meetings.control", "meetings.features.use"],
  scope: "account",
  summary: "Write the minutes of an agenda item",
  activity: "write minutes",
  input: z.object({
    meetingId: id,
    itemId: id,
    version: versionOrNone.describe("The version they were typed on; 0 if there were none"),
    minutes: z
      .string()
      .overwrite((text) => text.replace(/\r\n?/g, "\n"))
      .max(LONGEST, issue("The minutes of an item can have up to 20,000 characters.")),
  }),
  output: z.object({ meetingId: id, itemId: id, version: z.int() }),
  http: { method: "PUT", path: "/accounts/{accountId}/meetings/{meetingId}/items/{itemId}/minutes" },
  run: async (context, { meetingId, itemId, version, minutes }) => {
    const { meeting, item } = await minutedItem(context, meetingId, itemId);
    if (minutes !== item.minutes) {
      const { count } = await context.db.meetingItem.updateMany({
        where: { accountId: context.account.id, id: itemId, minutesVersion: version },
        data: { minutes, minutesVersion: version + 1 },
      });
      if (count === 0)
        throw new Problem(
          "conflict",
          t("Someone else has changed these minutes. Copy your text, then reload the page."),
        );
    }
    return {
      output: { meetingId, itemId, version: minutes === item.minutes ? item.minutesVersion : version + 1 },
      audit: {
        summary: say("Wrote minutes of the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
