import { z } from "zod";
import { defineQuery } from "@/lib/access/operation";
import { id } from "@/lib/kernel/ids";
import { readPerson } from "./read-person";
import { personDetail } from "./schema";

/** Somebody who receives notices without a login. */
export const viewNonMember = defineQuery({
  name: "people.view-non-member",
  permission: "people.non-members.view",
  scope: "account",
  summary: "Read a person who only receives notices",
  input: z.object({ contactId: id }),
  output: personDetail,
  http: { method: "GET", path: "/accounts/{accountId}/non-members/{contactId}" },
  run: (context, { contactId }) => readPerson(context, "nonMember", contactId),
});
