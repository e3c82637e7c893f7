import { z } from "zod";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { participants } from "@/lib/workspace/core/participants";
import { MOST_PARTICIPANTS } from "@/lib/workspace/core/schema";

/** Who can be invited to a new group. */
export const newGroupChoices = defineQuery({
  name: "discussions.new-group-choices",
  permission: "discussions.groups.create",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "List who can be invited to a new discussion group",
  activity: "create a discussion group",
  input: z.object({}),
  output: z.object({
    people: z.array(z.object({ id, name: z.string(), detail: z.string().nullable() })).max(MOST_PARTICIPANTS),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/discussion-choices" },
  run: async (context) => {
    const { contactId } = context.actor;
    return { people: await participants(context, contactId === null ? {} : { id: { not: contactId } }) };
  },
});
