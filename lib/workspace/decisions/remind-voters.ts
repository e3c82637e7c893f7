import { z } from "zod";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { lockedDecision } from "./locked-decision";
import { noteReminded } from "./note-reminded";
import { notifyInvited } from "./notify-invited";
import { decisionId } from "./schema";
import { requireState } from "./state-of";
import { votersMissing } from "./voters-missing";

/** Two people who press the button one after the other send one mail. */
const PAUSE_MINUTES = 10;

/** Reminds those who haven't voted, and says who was reminded when. */
export const remindVoters = defineCommand({
  name: "decisions.remind",
  permission: "decisions.proposals.lead",
  scope: "account",
  summary: "Remind those who haven't voted",
  activity: "remind voters",
  input: z.object({ decisionId }),
  output: z.object({ reminded: z.int() }),
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/reminders" },
  run: async (context, { decisionId: id }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.lead");
    requireState(decision, now, "open");
    const lately = await db.decisionReminder.findMany({
      where: { accountId: account.id, decisionId: id, at: { gt: addMinutes(now, -PAUSE_MINUTES) } },
      select: { contactId: true },
    });
    const missing = await votersMissing(db, account.id, decision);
    const to = missing.filter((one) => !lately.some(({ contactId }) => contactId === one));
    const reminded = await notifyInvited(context, id, { what: "reminder", only: to });
    await noteReminded(db, {
      accountId: account.id,
      decisionId: id,
      contactIds: reminded,
      at: now,
      byName: actor.name,
    });
    const { number } = decision;
    return {
      output: { reminded: reminded.length },
      audit: {
        summary: say("Reminded the voters of decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});
