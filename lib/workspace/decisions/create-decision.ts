import { z } from "zod";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { organisationsIn } from "@/lib/workspace/core/organisations-in";
import { addEvent } from "./add-event";
import { deadlineOf } from "./deadline-of";
import { invite } from "./invite";
import { nextNumber } from "./next-number";
import { openVote } from "./open-vote";
import { optionsOf } from "./options-of";
import { rulesOf } from "./rules-of";
import { decisionRef, invitedInput, proposalInput } from "./schema";

/**
 * Creates a proposal, as a draft or open for votes at once. Whoever creates it chairs it and is invited, without a vote unless
 * they are among the voters.
 */
export const createDecision = defineCommand({
  name: "decisions.create",
  permission: "decisions.proposals.create",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "Create a proposal, as a draft or open for votes",
  activity: "create a proposal",
  input: z.object({ ...proposalInput, ...invitedInput, open: z.boolean().default(false) }),
  output: decisionRef,
  http: { method: "POST", path: "/accounts/{accountId}/decisions", status: 201 },
  once: true,
  run: async (context, input) => {
    const { db, account, actor, realNow: now } = context;
    const { title, purpose, background, recommendation, timeZone } = input;
    const options = optionsOf(input);
    const organisations = organisationsIn(input.organisations);
    const voteBy = deadlineOf(input, now);
    const rules = rulesOf(input);
    const own = { chairContactId: actor.contactId, createdByName: actor.name, createdAt: now };
    const number = await nextNumber(context);
    const { id } = await db.decision.create({
      data: {
        ...{ accountId: account.id, number, title, purpose, background, recommendation, voteBy, timeZone },
        ...{ ...rules, ...own },
      },
      select: { id: true },
    });
    const key = { accountId: account.id, decisionId: id };
    await db.decisionOption.createMany({ data: options.map((option) => ({ ...key, ...option })) });
    await db.decisionOrganisation.createMany({ data: organisations.map((one) => ({ ...key, ...one })) });
    const viewers = actor.contactId === null ? input.viewers : [...input.viewers, actor.contactId];
    await invite(context, id, { voters: input.voters, viewers });
    await addEvent(db, { ...key, at: now, actorName: actor.name, said: say("Created the proposal") });
    if (input.open) await openVote(context, id);
    return {
      output: { id, number },
      audit: {
        summary: say("Created decision {number}", { number: String(number) }),
        target: { type: "decision", id },
      },
    };
  },
});
