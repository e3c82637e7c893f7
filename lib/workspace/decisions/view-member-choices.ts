import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { authorize } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { participants } from "@/lib/workspace/core/participants";
import { MOST_PARTICIPANTS } from "@/lib/workspace/core/schema";
import { knownDecision } from "./decision-record";
import { decisionId } from "./schema";

/** Who can be invited to a decision. Who already is, only those learn who see the decision. */
export const memberChoices = defineQuery({
  name: "decisions.view-member-choices",
  permission: "decisions.proposals.add-members",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "View the people who can be invited to a decision",
  activity: "invite people to a decision",
  input: z.object({ decisionId }),
  output: z.object({
    people: z.array(z.object({ id, name: z.string(), detail: z.string().nullable() })).max(MOST_PARTICIPANTS),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/decisions/{decisionId}/member-choices" },
  run: async (context, { decisionId: of }) => {
    const decision = await knownDecision(context, of);
    await authorize(context, "decisions.proposals.add-members", decision);
    const seen = can(context.viewer, "decisions.proposals.view", decision);
    const known = seen ? decision.invitations.map(({ contactId }) => contactId) : [];
    const own = context.actor.contactId === null ? [] : [context.actor.contactId];
    return { people: await participants(context, { id: { notIn: [...known, ...own] } }) };
  },
});
