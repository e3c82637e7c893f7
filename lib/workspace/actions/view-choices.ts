import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { participants } from "@/lib/workspace/core/participants";
import { MOST_PARTICIPANTS } from "@/lib/workspace/core/schema";

/** The people an action can be assigned to. */
export const actionChoices = defineQuery({
  name: "actions.view-choices",
  permission: "actions.assign",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "List the people an action can be assigned to",
  activity: "view action options",
  input: z.object({}),
  output: z.object({
    people: z.array(z.object({ id, name: z.string(), detail: z.string().nullable() })).max(MOST_PARTICIPANTS),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/action-choices" },
  run: async (context) => ({ people: await participants(context) }),
});
