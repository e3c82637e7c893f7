import { z } from "zod";
import { accessRecord } from "@/lib/accounts/core/access-of";
import { personToChange } from "@/lib/accounts/core/person-to-change";
import { takeOffAccount } from "@/lib/accounts/core/take-off-account";
import { id } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { planOf } from "@/lib/policy/access-plan";

/** Removes a person from the account, with or without a login. Effective on their next request. */
export const removePerson = defineCommand({
  name: "people.remove",
  permission: "people.members.remove",
  scope: "account",
  summary: "Remove a person from the account",
  activity: "remove a person",
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
        summary: say("Removed {name} from the account", { name: contact.name }),
        target: { type: "contact", id: contactId },
        details: { email: contact.email, before: accessRecord(planOf(contact.person.subject)) },
      },
    };
  },
});
