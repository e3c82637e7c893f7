import { z } from "zod";
import { personDetail } from "@/lib/accounts/core/schema";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";
import { readPerson } from "./read-person";

/** A contact who gets notifications but has no login. */
export const viewNonMember = defineQuery({
  name: "people.view-non-member",
  permission: "people.non-members.view",
  scope: "account",
  alsoChecks: ["people.non-members.view-details"],
  summary: "View a notification-only contact",
  activity: "view a notification-only contact",
  input: z.object({ contactId: id }),
  output: personDetail,
  http: { method: "GET", path: "/accounts/{accountId}/non-members/{contactId}" },
  run: (context, { contactId }) => readPerson(context, "nonMember", contactId),
});
