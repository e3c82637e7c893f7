import { z } from "zod";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addEvent } from "./add-event";
import { deadlineOf } from "./deadline-of";
import { lockedDecision } from "./locked-decision";
import { nextReminder } from "./next-reminder";
import { notifyInvited } from "./notify-invited";
import { decisionId, decisionRef, localTime, timeZone } from "./schema";
import { requireState } from "./state-of";

/** Moves the deadline of an open vote back. Everyone invited sees by whom, and when it was before. */
export const extendDecision = defineCommand({
  name: "decisions.extend",
  permission: "decisions.proposals.extend",
  scope: "account",
  summary: "Extend the deadline of an open vote",
  activity: "extend a vote",
  input: z.object({ decisionId, voteBy: localTime, timeZone }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/extend" },
  run: async (context, { decisionId: id, ...until }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.extend");
    requireState(decision, now, "open");
    const voteBy = deadlineOf(until, decision.voteBy, t("Choose a time after the current deadline."));
    await db.decision.updateMany({
      where: accessibleWhere(context, "decisions.proposals.extend", { id }),
      data: { voteBy, timeZone: until.timeZone, remindAt: nextReminder(voteBy, now), version: { increment: 1 } },
    });
    const said = (at: Date) => formatDateTime(at, "exact", { locale: "en-GB", timeZone: until.timeZone });
    const dates = { before: said(decision.voteBy), after: said(voteBy) };
    const key = { accountId: account.id, decisionId: id };
    await addEvent(db, {
      ...{ ...key, at: now, actorName: actor.name },
      said: say("Extended the deadline from {before} to {after}", dates),
    });
    await notifyInvited(context, id, { what: "extended", except: actor.contactId });
    const { number } = decision;
    return {
      output: { id, number },
      audit: {
        summary: say("Extended the vote on decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});
