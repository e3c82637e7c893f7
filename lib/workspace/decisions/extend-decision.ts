import { z } from "zod";
import { addDays, iso } from "@/lib/platform/kernel/dates";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { reason as reasonText } from "@/lib/platform/kernel/reason";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { addEvent } from "./add-event";
import { deadlineOf } from "./deadline-of";
import type { DecisionRow } from "./decision-record";
import { lockedDecision } from "./locked-decision";
import { nextReminder } from "./next-reminder";
import { notifyInvited } from "./notify-invited";
import { decisionId, decisionRef, localTime, timeZone } from "./schema";
import { requireState } from "./state-of";

/** As the database's own limits say. */
const MOST_EXTENSIONS = 3;
const LONGEST_EXTENSION_DAYS = 90;

/**
 * Moves the deadline of an open vote back, three times at most and up to 90 days after the first deadline. Everyone invited sees by
 * whom, why, and when it was before, and so does the result.
 */
export const extendDecision = defineCommand({
  name: "decisions.extend",
  permission: "decisions.proposals.extend",
  scope: "account",
  summary: "Extend the deadline of an open vote",
  activity: "extend a vote",
  input: z.object({ decisionId, voteBy: localTime, timeZone, reason: reasonText }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/extend" },
  run: async (context, { decisionId: id, reason, ...until }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.extend");
    requireState(decision, now, "open");
    const voteBy = deadlineOf(until, decision.voteBy, t("Choose a time after the current deadline."));
    await noteExtension(context, decision, { after: voteBy, reason, at: now });
    await db.decision.updateMany({
      where: accessibleWhere(context, "decisions.proposals.extend", { id }),
      data: { voteBy, timeZone: until.timeZone, remindAt: nextReminder(voteBy, now), version: { increment: 1 } },
    });
    const said = (time: Date) => ({ at: iso(time), timeZone: until.timeZone });
    const dates = { before: said(decision.voteBy), after: said(voteBy) };
    const key = { accountId: account.id, decisionId: id };
    await addEvent(db, {
      ...{ ...key, at: now, actorName: actor.name },
      said: say("Extended the deadline from {before} to {after}: {reason}", { ...dates, reason }),
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

interface Extension {
  readonly after: Date;
  readonly reason: string;
  readonly at: Date;
}

async function noteExtension(
  { db, account, actor }: Context<"account">,
  { id: decisionId, round, voteBy: before }: DecisionRow,
  extension: Extension,
): Promise<void> {
  const of = { accountId: account.id, decisionId, round };
  const earlier = await db.decisionExtension.findMany({
    where: of,
    select: { first: true },
    orderBy: { number: "asc" },
    take: MOST_EXTENSIONS,
  });
  if (earlier.length >= MOST_EXTENSIONS)
    throw new Problem("conflict", t("A vote can be extended three times. Close it, and start a new round if needed."));
  const first = earlier[0]?.first ?? before;
  if (extension.after > addDays(first, LONGEST_EXTENSION_DAYS))
    throw invalidField("voteBy", t("Choose a time within 90 days of the first deadline."));
  const data = { ...of, number: earlier.length + 1, first, before, byName: actor.name, ...extension };
  await db.decisionExtension.create({ data, select: { number: true } });
}
