import { z } from "zod";
import { reason as reasonText } from "@/lib/platform/kernel/reason";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addEvent } from "./add-event";
import { deadlineOf } from "./deadline-of";
import { lockedDecision } from "./locked-decision";
import { nextReminder } from "./next-reminder";
import { notifyInvited } from "./notify-invited";
import { publishResult } from "./publish-result";
import { decisionId, decisionRef, localTime, timeZone } from "./schema";
import { requireState } from "./state-of";

/** Puts a decision to the vote again. Earlier rounds keep their votes and results. */
export const startRound = defineCommand({
  name: "decisions.start-round",
  permission: "decisions.proposals.lead",
  scope: "account",
  summary: "Start a new round of a closed vote, with a reason",
  activity: "start a new round",
  input: z.object({ decisionId, voteBy: localTime, timeZone, reason: reasonText }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/rounds", status: 201 },
  run: async (context, { decisionId: id, reason, ...until }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.lead");
    requireState(decision, now, "closed");
    const voteBy = deadlineOf(until, now);
    if (decision.status === "open")
      await publishResult(db, account, { id, closedAt: decision.voteBy, closedByName: null });
    const round = decision.round + 1;
    await db.decision.updateMany({
      where: accessibleWhere(context, "decisions.proposals.lead", { id }),
      data: {
        ...{ status: "open", round, voteBy, timeZone: until.timeZone, remindAt: nextReminder(voteBy, now) },
        version: { increment: 1 },
      },
    });
    const key = { accountId: account.id, decisionId: id };
    await db.decisionRound.create({ data: { ...key, number: round, openedAt: now, reason }, select: { number: true } });
    const said = say("Started round {round}", { round: String(round) });
    await addEvent(db, { ...key, at: now, actorName: actor.name, said, reason });
    await notifyInvited(context, id, { what: "vote", except: actor.contactId });
    const { number } = decision;
    return {
      output: { id, number },
      audit: {
        summary: say("Started a new round of decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});
