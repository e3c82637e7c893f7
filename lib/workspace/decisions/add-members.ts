import { z } from "zod";
import { listed } from "@/lib/platform/kernel/listed";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { addEvent } from "./add-event";
import { invite } from "./invite";
import { lockedDecision } from "./locked-decision";
import { notifyInvited } from "./notify-invited";
import { decisionId, decisionRef, invitedInput } from "./schema";
import { requireState } from "./state-of";

/**
 * Invites more people to a draft or an open vote. Nobody invites themselves: owner and administrators could otherwise read what is
 * for those who are invited.
 */
export const addMembers = defineCommand({
  name: "decisions.add-members",
  permission: "decisions.proposals.add-members",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "Invite more people to a decision",
  activity: "invite people to a decision",
  input: z.object({ decisionId, ...invitedInput }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions/{decisionId}/members" },
  run: async (context, { decisionId: id, voters, viewers }) => {
    const { db, account, actor } = context;
    const { decision, now } = await lockedDecision(context, id, "decisions.proposals.add-members");
    requireState(decision, now, "draft", "open");
    const me = actor.contactId ?? "";
    if (voters.length + viewers.length === 0) throw invalidField("voters", t("Choose at least one person."));
    if (voters.includes(me) || viewers.includes(me))
      throw invalidField("voters", t("You can't invite yourself. Somebody else who may invite people can."));
    const added = await invite(context, id, { voters, viewers });
    const names = (list: typeof added) => listed(list.map(({ name }) => name));
    const key = { accountId: account.id, decisionId: id, at: now, actorName: actor.name };
    const voting = added.filter(({ mayVote }) => mayVote);
    const following = added.filter(({ mayVote }) => !mayVote);
    if (voting.length > 0)
      await addEvent(db, { ...key, said: say("Invited {names} to vote", { names: names(voting) }) });
    if (following.length > 0)
      await addEvent(db, { ...key, said: say("Invited {names} without a vote", { names: names(following) }) });
    if (decision.status === "open")
      await notifyInvited(context, id, { what: "vote", only: added.map(({ contactId }) => contactId) });
    const { number } = decision;
    return {
      output: { id, number },
      audit: {
        summary: say("Invited people to decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});
