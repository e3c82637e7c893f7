import { z } from "zod";
import { defineCommand } from "@/lib/access/operation";
import { rows } from "@/lib/access/rows";
import { accessInWords } from "@/lib/contacts/access-in-words";
import { accessRecord } from "@/lib/contacts/access-of";
import { accessInput } from "@/lib/contacts/access-schema";
import { dayFor } from "@/lib/contacts/day-for";
import { judgeAccess } from "@/lib/contacts/judge-access";
import { knownContact } from "@/lib/contacts/known-contact";
import { refusedChange } from "@/lib/contacts/refused-change";
import { writeAccess } from "@/lib/contacts/write-access";
import { id, version } from "@/lib/kernel/ids";
import { staleVersion } from "@/lib/kernel/problem";
import { personState } from "./schema";

/** Replaces what a person holds: roles, single permissions, services, end. */
export const changeAccess = defineCommand({
  name: "people.change-access",
  permission: "people.roles.change",
  scope: "account",
  summary: "Change a person's roles, single permissions, services and end date",
  lockAccount: true,
  input: z.object({ contactId: id, version, ...accessInput }),
  output: personState,
  http: { method: "PUT", path: "/accounts/{accountId}/people/{contactId}/access" },
  run: async (context, { contactId, version, ...asked }) => {
    const contact = await knownContact(context, contactId);
    if (contact.version !== version) throw staleVersion();
    const target = { kind: contact.kind, subject: contact.person.subject };
    const { before, next, verdict } = await judgeAccess(context, target, asked);
    if (!verdict.ok) throw refusedChange(verdict);
    await writeAccess(context.db, {
      accountId: context.account.id,
      contactId,
      where: rows(context, "people.roles.change"),
      version,
      next,
      by: { name: context.actor.name },
    });
    return {
      output: { contactId, version: version + 1 },
      audit: {
        summary: `Changed the access of ${contact.name}: ${accessInWords(next, dayFor(context))}`,
        target: { type: "contact", id: contactId },
        details: { before: before && accessRecord(before), after: accessRecord(next) },
      },
    };
  },
});
