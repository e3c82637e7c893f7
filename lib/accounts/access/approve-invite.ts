import { z } from "zod";
import { accessInWords } from "@/lib/accounts/core/access-in-words";
import { accessRecord } from "@/lib/accounts/core/access-of";
import { knownContact } from "@/lib/accounts/core/known-contact";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { addPermission, vouchFor } from "@/lib/accounts/core/vouch-for";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { authorize } from "@/lib/platform/operations/authorize";
import { heldContacts } from "@/lib/platform/operations/held-contacts";
import { defineCommand } from "@/lib/platform/operations/operation";
import { readGrants } from "@/lib/platform/operations/read-grants";
import { planOf } from "@/lib/policy/access-plan";
import { roleChange } from "@/lib/policy/role-change";

/**
 * Approves an invitation that is held because the person who granted the access can no longer grant it. The approver
 * becomes the grantor, so approving requires the same as inviting with that access. The owner always can.
 */
export const approveInvite = defineCommand({
  name: "people.approve-invite",
  permission: "people.members.add",
  scope: "account",
  summary: "Approve an invitation whose sender can no longer grant its access",
  activity: "approve an invitation",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({ contactId: id }),
  output: z.object({ contactId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/people/{contactId}/invitation/approval" },
  run: async (context, { contactId }) => {
    const contact = await knownContact(context, contactId);
    await authorize(context, addPermission[contact.kind]);
    const place = { accountId: context.account.id, people: await context.people(), now: context.realNow };
    const waiting = await readGrants(context.db, place.accountId, [contactId]);
    if (!(await heldContacts(context.db, place, waiting)).has(contactId)) {
      throw new Problem("conflict", t("{name} has nothing that needs approval.", { name: contact.name }));
    }
    const plan = planOf(contact.person.subject);
    const verdict = roleChange(context.viewer, null, plan);
    if (!verdict.ok) throw refusedChange(verdict);
    await vouchFor(context, contact, plan);
    return {
      output: { contactId },
      audit: {
        summary: say("Approved the invitation for {name}: {access}", {
          name: contact.name,
          access: accessInWords(plan, context.actor.timeZone),
        }),
        target: { type: "contact", id: contactId },
        details: { email: contact.email, after: accessRecord(plan) },
      },
    };
  },
});
