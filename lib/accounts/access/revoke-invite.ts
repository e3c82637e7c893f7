import { z } from "zod";
import { personToChange } from "@/lib/accounts/core/person-to-change";
import { takeOffAccount } from "@/lib/accounts/core/take-off-account";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Revokes an invitation: its link stops working and the contact is removed. */
export const revokeInvite = defineCommand({
  name: "people.revoke-invite",
  permission: "people.members.remove",
  scope: "account",
  summary: "Revoke a pending invitation",
  activity: "revoke an invitation",
  lockAccount: true,
  input: z.object({ contactId: id }),
  output: z.object({ contactId: id }),
  http: { method: "DELETE", path: "/accounts/{accountId}/people/{contactId}/invitation" },
  run: async (context, { contactId }) => {
    const contact = await personToChange(context, contactId, "people.members.remove");
    if (contact.status !== "invited") {
      throw new Problem(
        "conflict",
        t("{name} has already joined. Remove them from the account instead.", { name: contact.name }),
      );
    }
    await takeOffAccount(context, contact);
    return {
      output: { contactId },
      audit: {
        summary: say("Revoked the invitation for {name}", { name: contact.name }),
        target: { type: "contact", id: contactId },
        details: { email: contact.email },
      },
    };
  },
});
