import { z } from "zod";
import { defineCommand } from "@/lib/access/operation";
import { accessRecord } from "@/lib/contacts/access-of";
import { id } from "@/lib/kernel/ids";
import { planOf } from "@/lib/policy/access-plan";
import { personToChange } from "./person-to-change";
import { takeOffAccount } from "./take-off-account";

/** Removes a person from the account, with or without a login. It bites on their next request. */
export const removePerson = defineCommand({
  name: "people.remove",
  permission: "people.members.remove",
  scope: "account",
  summary: "Remove a person from the account",
  lockAccount: true,
  input: z.object({ contactId: id }),
  output: z.object({ contactId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/people/{contactId}" },
  run: async (context, { contactId }) => {
    const contact = await personToChange(context, contactId, "people.members.remove");
    await takeOffAccount(context, contact);
    return {
      output: { contactId },
      audit: {
        summary: `Removed ${contact.name} from the account`,
        target: { type: "contact", id: contactId },
        details: { email: contact.email, before: accessRecord(planOf(contact.person.subject)) },
      },
    };
  },
});
