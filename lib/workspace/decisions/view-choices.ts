import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { participants } from "@/lib/workspace/core/participants";
import { MOST_PARTICIPANTS } from "@/lib/workspace/core/schema";

/** What the form of a new proposal offers. */
export const decisionChoices = defineQuery({
  name: "decisions.view-choices",
  permission: "decisions.proposals.create",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "View the people a proposal can be put to",
  activity: "create a proposal",
  input: z.object({}),
  output: z.object({
    people: z.array(z.object({ id, name: z.string(), detail: z.string().nullable() })).max(MOST_PARTICIPANTS),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/decision-choices" },
  run: async (context) => ({ people: await participants(context) }),
});
