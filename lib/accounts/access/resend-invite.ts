import { z } from "zod";
import { personToChange } from "@/lib/accounts/core/person-to-change";
import { awaitsAnswer, sendLink } from "@/lib/accounts/core/send-link";
import { vouchFor } from "@/lib/accounts/core/vouch-for";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";
import { refuseStaff } from "@/lib/platform/operations/refuse-staff";
import { planOf } from "@/lib/policy/access-plan";

/**
 * Replaces a pending invitation by a new one; the previous link stops working. A notification-only contact is asked again
 * to confirm the address.
 */
export const resendInvite = defineCommand({
  name: "people.resend-invite",
  permission: "people.members.resend-invite",
  scope: "account",
  summary: "Resend an invitation with a new link",
  activity: "resend an invitation",
  lockAccount: true,
  once: true,
  input: z.object({ contactId: id }),
  output: z.object({ contactId: id, email: z.string(), expiresAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/people/{contactId}/invitation" },
  run: async (context, { contactId }) => {
    const { account, actor, realNow: now } = context;
    const contact = await personToChange(context, contactId, "people.members.resend-invite");
    const { name, email } = contact;
    if (!awaitsAnswer(contact)) throw new Problem("conflict", t("{name} has no pending invitation.", { name }));
    if (contact.kind === "member") await refuseStaff(context.db, contact);
    const expiresAt = await sendLink(context.db, { account, contact, by: actor.name, now });
    await vouchFor(context, contact, planOf(contact.person.subject));
    return {
      output: { contactId, email, expiresAt: iso(expiresAt) },
      audit: {
        summary: say("Resent the invitation to {name}", { name }),
        target: { type: "contact", id: contactId },
        details: { email },
      },
    };
  },
});
