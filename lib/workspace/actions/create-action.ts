import { z } from "zod";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { chosenParticipants } from "@/lib/workspace/core/participants";
import { addAction } from "./add-action";
import { actionDetails, actionState, actionTitle, assigneeIds, dueOn } from "./schema";

/** Creates an action and tells those it is assigned to. */
export const createAction = defineCommand({
  name: "actions.create",
  permission: "actions.assign",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "Create an action and assign it to people",
  activity: "create an action",
  input: z.object({ title: actionTitle, details: actionDetails, dueOn, assigneeIds }),
  output: actionState,
  http: { method: "POST", path: "/accounts/{accountId}/actions", status: 201 },
  once: true,
  run: async (context, { assigneeIds: chosen, ...input }) => {
    const assignees = await chosenParticipants(context, "assigneeIds", chosen);
    const output = await addAction(context, { ...input, assignees });
    const { id, number } = output;
    return { output, audit: { summary: say("Created action #{number}", { number }), target: { type: "action", id } } };
  },
});
