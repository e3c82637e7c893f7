import { z } from "zod";
import { accessInWords } from "@/lib/accounts/core/access-in-words";
import { accessRecord } from "@/lib/accounts/core/access-of";
import { accessInput } from "@/lib/accounts/core/access-schema";
import { giverOf } from "@/lib/accounts/core/giver-of";
import { knownContact } from "@/lib/accounts/core/known-contact";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { personState } from "@/lib/accounts/core/schema";
import { awaitsAnswer } from "@/lib/accounts/core/send-link";
import { validateAccessChange } from "@/lib/accounts/core/validate-access-change";
import { vouchFor } from "@/lib/accounts/core/vouch-for";
import { writeAccess } from "@/lib/accounts/core/write-access";
import { id, version } from "@/lib/platform/kernel/ids";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Replaces a person's access: roles, individual permissions, services and end date. */
export const changeAccess = defineCommand({
  name: "people.change-access",
  permission: "people.roles.change",
  scope: "account",
  summary: "Change a person's roles, individual permissions, services and end date",
  activity: "change access",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({ contactId: id, version, ...accessInput }),
  output: personState,
  http: { method: "PUT", path: "/accounts/{accountId}/people/{contactId}/access" },
  run: async (context, { contactId, version, ...asked }) => {
    const contact = await knownContact(context, contactId);
    if (contact.version !== version) throw staleVersion();
    const target = { kind: contact.kind, subject: contact.person.subject };
    const { before, next, verdict } = await validateAccessChange(context, target, asked);
    if (!verdict.ok) throw refusedChange(verdict);
    await writeAccess(context.db, {
      accountId: context.account.id,
      contactId,
      where: accessibleWhere(context, "people.roles.change"),
      version,
      next,
      by: giverOf(context),
    });
    if (awaitsAnswer(contact)) await vouchFor(context, contact, next);
    return {
      output: { contactId, version: version + 1 },
      audit: {
        summary: say("Changed access for {name}: {access}", {
          name: contact.name,
          access: accessInWords(next, context.actor.timeZone),
        }),
        target: { type: "contact", id: contactId },
        details: { before: before && accessRecord(before), after: accessRecord(next) },
      },
    };
  },
});
