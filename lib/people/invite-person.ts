import { z } from "zod";
import { defineCommand } from "@/lib/access/operation";
import { accessInWords } from "@/lib/contacts/access-in-words";
import { accessRecord } from "@/lib/contacts/access-of";
import { newAccessInput } from "@/lib/contacts/access-schema";
import { createContact } from "@/lib/contacts/create-contact";
import { dayFor } from "@/lib/contacts/day-for";
import { judgeAccess } from "@/lib/contacts/judge-access";
import { refusedChange } from "@/lib/contacts/refused-change";
import { sendInvitation } from "@/lib/contacts/send-invitation";
import { iso, isoDateTime } from "@/lib/kernel/dates";
import { emailAddress } from "@/lib/kernel/email-address";
import { id } from "@/lib/kernel/ids";
import { personName } from "@/lib/kernel/person-name";
import { invalidField } from "@/lib/kernel/problem";

/** Invites somebody to sign in to the account, with the access they are to have. */
export const invitePerson = defineCommand({
  name: "people.invite",
  permission: "people.members.add",
  scope: "account",
  summary: "Invite a person by mail, with roles and single permissions",
  lockAccount: true,
  once: true,
  input: z.object({ name: personName, email: emailAddress, ...newAccessInput }),
  output: z.object({ contactId: id, email: z.string(), expiresAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/people", status: 201 },
  run: async (context, { name, email, ...asked }) => {
    const { db, account, actor, realNow: now } = context;
    if (asked.roles.length === 0 && !asked.overrides.some(({ effect }) => effect === "on")) {
      throw invalidField("roles", "Choose a role, or switch on at least one permission.");
    }
    const { next, verdict } = await judgeAccess(context, { kind: "member", subject: null }, asked);
    if (!verdict.ok) throw refusedChange(verdict);
    const by = { name: actor.name };
    const plan = { accountId: account.id, kind: "member", status: "invited", name, email, next, by } as const;
    const contactId = await createContact(db, plan);
    const access = accessInWords(next, dayFor(context));
    const invitation = { account, contactId, name, email, invitedBy: actor.name, access, now };
    const expiresAt = await sendInvitation(db, invitation);
    return {
      output: { contactId, email, expiresAt: iso(expiresAt) },
      audit: {
        summary: `Invited ${name}: ${access}`,
        target: { type: "contact", id: contactId },
        details: { email, after: accessRecord(next) },
      },
    };
  },
});
