import { z } from "zod";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { reason as reasonText } from "@/lib/platform/kernel/reason";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { chosenMember } from "@/lib/workspace/core/chosen-member";
import { targetOf } from "@/lib/workspace/core/meeting-record";
import { refuseMoreRecusals } from "@/lib/workspace/core/refuse-more-recusals";
import { recusableItem } from "./recusable-item";

/**
 * Recuses somebody from an agenda item: they see neither its text nor its papers and minutes, whatever their role. Whoever runs
 * the meeting decides, also about themselves.
 */
export const recuseFromItem = defineCommand({
  name: "meetings.recuse",
  permission: "meetings.control",
  scope: "account",
  summary: "Recuse somebody from an agenda item, with a reason",
  activity: "recuse somebody from an agenda item",
  input: z.object({ meetingId: id, itemId: id, contactId: id, reason: reasonText }),
  output: z.object({ id, meetingId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/items/{itemId}/recusals", status: 201 },
  run: async (context, { meetingId, itemId, contactId, reason }) => {
    const { db, account, actor } = context;
    const { meeting } = await recusableItem(context, meetingId, itemId);
    const { name } = await chosenMember(context, contactId);
    const of = { accountId: account.id, meetingId, itemId };
    refuseMoreRecusals(await db.meetingItemRecusal.count({ where: of }));
    const data = { ...of, contactId, name, reason, decidedByName: actor.name };
    await db.meetingItemRecusal.create({ data, select: { contactId: true } }).catch((error: unknown) => {
      throw isUniqueViolation(error) ? new Problem("conflict", t("This person is already recused.")) : error;
    });
    return {
      output: { id: itemId, meetingId },
      audit: {
        summary: say("Changed who is recused from an item of the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
