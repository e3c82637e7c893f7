import { z } from "zod";
import { accessInWords } from "@/lib/accounts/core/access-in-words";
import { accessRecord } from "@/lib/accounts/core/access-of";
import { newAccessInput } from "@/lib/accounts/core/access-schema";
import { createContact } from "@/lib/accounts/core/create-contact";
import { giverOf } from "@/lib/accounts/core/giver-of";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { sendInvitation } from "@/lib/accounts/core/send-invitation";
import { validateAccessChange } from "@/lib/accounts/core/validate-access-change";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { id } from "@/lib/platform/kernel/ids";
import { personName } from "@/lib/platform/kernel/person-name";
import { invalidField } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Invites a person to the account, with the access they will have. */
export const invitePerson = defineCommand({
  name: "people.invite",
  permission: "people.members.add",
  scope: "account",
  summary: "Invite a person by email, with roles and individual permissions",
  activity: "invite a person",
  stepUp: "with-factor",
  lockAccount: true,
  once: true,
  input: z.object({ name: personName, email: emailAddress, ...newAccessInput }),
  output: z.object({ contactId: id, email: z.string(), expiresAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/people", status: 201 },
  run: async (context, { name, email, ...asked }) => {
    const { db, account, realNow: now } = context;
    if (asked.roles.length === 0 && !asked.overrides.some(({ effect }) => effect === "on")) {
      throw invalidField("roles", t("Choose a role, or grant at least one permission."));
    }
    const { next, verdict } = await validateAccessChange(context, { kind: "member", subject: null }, asked);
    if (!verdict.ok) throw refusedChange(verdict);
    const by = giverOf(context);
    const plan = { kind: "member", status: "invited", name, email, next, by } as const;
    const contactId = await createContact(context, plan);
    const access = accessInWords(next, context.actor.timeZone);
    const invitation = { account, contactId, name, email, invitedBy: by.name, invitedById: by.personId, access, now };
    const expiresAt = await sendInvitation(db, invitation);
    return {
      output: { contactId, email, expiresAt: iso(expiresAt) },
      audit: {
        summary: say("Invited {name}: {access}", { name, access }),
        target: { type: "contact", id: contactId },
        details: { email, after: accessRecord(next) },
      },
    };
  },
});
