import { z } from "zod";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { organisationsIn } from "@/lib/workspace/core/organisations-in";
import { addEvent } from "./add-event";
import { changingText } from "./changing-text";
import { deadlineOf } from "./deadline-of";
import { lockedDecision } from "./locked-decision";
import { nextReminder } from "./next-reminder";
import { notifyInvited } from "./notify-invited";
import { optionsOf } from "./options-of";
import { rulesOf } from "./rules-of";
import { decisionId, decisionRef, decisionVersion, proposalInput } from "./schema";
import { requireState } from "./state-of";

const input = z.object({ decisionId, version: decisionVersion, ...proposalInput });

/** Changes a draft, or a vote in which nobody has voted yet. From the first vote on, text and rules stay as they are. */
export const editDecision = defineCommand({
  name: "decisions.edit",
  permission: "decisions.proposals.lead",
  scope: "account",
  summary: "Change a proposal before anybody has voted",
  activity: "change a proposal",
  input,
  output: decisionRef,
  http: { method: "PUT", path: "/accounts/{accountId}/decisions/{decisionId}" },
  run: async (context, asked) => {
    const { db, account, actor } = context;
    const { decisionId: id } = asked;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.lead");
    requireState(decision, now, "draft", "open");
    const key = { accountId: account.id, decisionId: id };
    await changingText(context, id, () =>
      change(context, asked, { now, voteBy: decision.voteBy, open: decision.status === "open" }),
    );
    if (decision.status === "open") {
      await addEvent(db, { ...key, at: now, actorName: actor.name, said: say("Changed the proposal") });
      await notifyInvited(context, id, { what: "changed", except: actor.contactId });
    }
    const { number } = decision;
    return {
      output: { id, number },
      audit: {
        summary: say("Changed decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});

interface Before {
  readonly now: Date;
  readonly voteBy: Date;
  readonly open: boolean;
}

async function change(context: Context<"account">, asked: z.output<typeof input>, { now, voteBy, open }: Before) {
  const { db, account } = context;
  const { decisionId: id, title, purpose, background, recommendation, timeZone } = asked;
  const options = optionsOf(asked);
  const organisations = organisationsIn(asked.organisations);
  const earlier = t("An open vote can't be closed earlier than announced. Choose the same time or a later one.");
  const until = deadlineOf(asked, open ? new Date(voteBy.getTime() - 60_000) : now, open ? earlier : undefined);
  // A form knows minutes only.
  const kept = open && until <= voteBy ? voteBy : until;
  const { count } = await db.decision.updateMany({
    where: accessibleWhere(context, "decisions.proposals.lead", { id, version: asked.version }),
    data: {
      ...{ title, purpose, background, recommendation, voteBy: kept, timeZone, ...rulesOf(asked) },
      ...(open && { remindAt: nextReminder(kept, now) }),
      textVersion: { increment: 1 },
      version: { increment: 1 },
    },
  });
  if (count === 0) throw staleVersion();
  const key = { accountId: account.id, decisionId: id };
  await db.decisionOption.deleteMany({ where: key });
  await db.decisionOption.createMany({ data: options.map((option) => ({ ...key, ...option })) });
  await db.decisionOrganisation.deleteMany({ where: key });
  await db.decisionOrganisation.createMany({ data: organisations.map((one) => ({ ...key, ...one })) });
}
