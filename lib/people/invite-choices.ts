import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { demand } from "@/lib/access/rows";
import { choicesOf } from "./access-choices";
import { accessChoices } from "./schema";

/** What somebody new can be given by the viewer. */
export const viewInviteChoices = defineQuery({
  name: "people.invite-choices",
  permission: "people.members.add",
  scope: "account",
  summary: "List the roles, permissions and services that an invitation can carry",
  input: z.object({}),
  output: accessChoices,
  http: { method: "GET", path: "/accounts/{accountId}/invite-choices" },
  run: async (context) => {
    await demand(context, "people.roles.change");
    return choicesOf(context);
  },
});
