import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { targetOf } from "@/lib/workspace/core/meeting-record";
import { dismissedInterest } from "@/lib/workspace/core/schema";
import { recusableItem } from "./recusable-item";

/** Decides that a declared interest is no reason for a recusal from an agenda item. The portal proposes it no longer. */
export const dismissItemConflict = defineCommand({
  name: "meetings.dismiss-conflict",
  permission: "meetings.control",
  scope: "account",
  summary: "Decide that an interest is no reason to recuse somebody from an agenda item",
  activity: "dismiss a declared interest",
  input: z.object({ meetingId: id, itemId: id, ...dismissedInterest }),
  output: z.object({ id, meetingId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/meetings/{meetingId}/items/{itemId}/dismissals", status: 201 },
  run: async (context, { meetingId, itemId, contactId, key }) => {
    const { db, account, actor } = context;
    const { meeting } = await recusableItem(context, meetingId, itemId);
    const about = await db.meetingItemOrganisation.count({ where: { accountId: account.id, itemId, key } });
    const declared = await db.interest.count({ where: { accountId: account.id, contactId, key } });
    if (about === 0 || declared === 0) throw notFound(t("Interest not found."));
    const data = { accountId: account.id, itemId, contactId, key, dismissedByName: actor.name };
    await db.meetingItemDismissal.createMany({ data: [data], skipDuplicates: true });
    return {
      output: { id: itemId, meetingId },
      audit: {
        summary: say("Dismissed a declared interest for an item of the meeting {title}", { title: meeting.title }),
        target: targetOf(meeting),
      },
    };
  },
});
