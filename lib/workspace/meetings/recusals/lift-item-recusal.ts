import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { targetOf } from "@/lib/workspace/core/meeting-record";
import { recusableItem } from "./recusable-item";

/** Ends a recusal from an agenda item. Nobody ends their own: whoever is recused doesn't see the item. */
export const liftItemRecusal = defineCommand({
  name: "meetings.lift-recusal",
  permission: "meetings.control",
  scope: "account",
  summary: "End a recusal from an agenda item",
  activity: "end a recusal from an agenda item",
  input: z.object({ meetingId: id, itemId: id, contactId: id }),
  output: z.object({ id, meetingId: id }),
  http: {
    method: "POST",
    path: "/accounts/{accountId}/meetings/{meetingId}/items/{itemId}/recusals/{contactId}/lift",
  },
  run: async (context, { meetingId, itemId, contactId }) => {
    const { meeting } = await recusableItem(context, meetingId, itemId);
    const where = { accountId: context.account.id, meetingId, itemId, contactId };
    const { count } = await context.db.meetingItemRecusal.deleteMany({ where });
    if (count === 0) throw notFound(t("This person isn't recused."));
    return {
      output: { id: itemId, meetingId },
      audit: {
        summary: say("Changed who is recused from an item of the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
