import { z } from "zod";
import { accessChoices } from "@/lib/accounts/core/schema";
import { defineQuery } from "@/lib/platform/operations/operation";
import { choicesOf } from "./access-choices";

/** What the viewer can grant with an invitation. */
export const viewInviteChoices = defineQuery({
  name: "people.view-invite-choices",
  permission: "people.members.add",
  scope: "account",
  alsoNeeds: ["people.roles.change"],
  summary: "List the roles, permissions and services an invitation can include",
  activity: "view invitation options",
  input: z.object({}),
  output: accessChoices,
  http: { method: "GET", path: "/accounts/{accountId}/invite-choices" },
  run: choicesOf,
});
