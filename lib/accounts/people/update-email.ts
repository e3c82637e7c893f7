import { z } from "zod";
import { refuseKnownAddress } from "@/lib/accounts/core/create-contact";
import { personToChange } from "@/lib/accounts/core/person-to-change";
import { personState } from "@/lib/accounts/core/schema";
import { sendLink } from "@/lib/accounts/core/send-link";
import { vouchFor } from "@/lib/accounts/core/vouch-for";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { id, version } from "@/lib/platform/kernel/ids";
import { invalidField, staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { refuseStaffAddress } from "@/lib/platform/operations/refuse-staff";
import { planOf } from "@/lib/policy/access-plan";

/**
 * Changes the address of a contact who doesn't sign in with it: a notification-only contact or an invitee. The
 * confirmation link goes to the new address. People with a login change their own, confirmed at both addresses.
 */
export const updateEmail = defineCommand({
  name: "people.update-email",
  permission: "people.members.update-email",
  scope: "account",
  summary: "Change the email address of a notification-only contact or a pending invitation",
  activity: "change an email address",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({ contactId: id, version, email: emailAddress }),
  output: personState,
  http: { method: "PUT", path: "/accounts/{accountId}/people/{contactId}/email" },
  run: async (context, { contactId, version, email }) => {
    const { db, account, actor, realNow: now } = context;
    const contact = await personToChange(context, contactId, "people.members.update-email");
    const { name } = contact;
    if (contact.personId !== null) {
      throw invalidField(
        "email",
        t("{name} signs in with this address and can only change it in their own profile.", { name }),
      );
    }
    if (email === contact.email) throw invalidField("email", t("This is already their email address."));
    await refuseKnownAddress(context, email);
    if (contact.kind === "member") await refuseStaffAddress(db, email);
    const { count } = await db.contact.updateMany({
      where: accessibleWhere(context, "people.members.update-email", { id: contactId, version }),
      data: { email, emailVerifiedAt: null, version: { increment: 1 } },
    });
    if (count === 0) throw staleVersion();
    await sendLink(db, { account, contact: { ...contact, email }, by: actor.name, now });
    await vouchFor(context, contact, planOf(contact.person.subject));
    return {
      output: { contactId, version: version + 1 },
      audit: {
        summary: say("Changed the email address of {name}", { name }),
        target: { type: "contact", id: contactId },
        details: { before: { email: contact.email }, after: { email } },
      },
    };
  },
});
