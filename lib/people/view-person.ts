import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { id } from "@/lib/kernel/ids";
import { readPerson } from "./read-person";
import { personDetail } from "./schema";

/** A member of the account, with their effective permissions and the reason for each. */
export const viewPerson = defineQuery({
  name: "people.view",
  permission: "people.members.view",
  scope: "account",
  summary: "Read a member with roles, permissions and the reason for each",
  input: z.object({ contactId: id }),
  output: personDetail,
  http: { method: "GET", path: "/accounts/{accountId}/people/{contactId}" },
  run: (context, { contactId }) => readPerson(context, "member", contactId),
});
