import { z } from "zod";
import { personDetail } from "@/lib/accounts/core/schema";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { readPerson } from "./read-person";

/** A member of the account, with their effective permissions and the reason for each. */
export const viewPerson = defineQuery({
  name: "people.view",
  permission: "people.members.view",
  scope: "account",
  alsoChecks: ["people.members.view-details"],
  summary: "View a member with roles, permissions and the source of each",
  activity: "view a member",
  input: z.object({ contactId: id }),
  output: personDetail,
  http: { method: "GET", path: "/accounts/{accountId}/people/{contactId}" },
  run: (context, { contactId }) => readPerson(context, "member", contactId),
});
