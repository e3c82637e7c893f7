import { z } from "zod";
import { accessRecord } from "@/lib/accounts/core/access-of";
import { giverOf } from "@/lib/accounts/core/giver-of";
import { knownContact } from "@/lib/accounts/core/known-contact";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { personState } from "@/lib/accounts/core/schema";
import { writeAccess } from "@/lib/accounts/core/write-access";
import { id } from "@/lib/platform/kernel/ids";
import { notFound } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { planOf } from "@/lib/policy/access-plan";
import { entryOf, isPermission } from "@/lib/policy/permissions";
import { roleChange } from "@/lib/policy/role-change";

/** Ends a permission for a single record before its time, with the next request of whoever has it. */
export const endRecordGrant = defineCommand({
  name: "people.end-record-grant",
  permission: "people.roles.change",
  scope: "account",
  summary: "End a person's permission for a single record",
  activity: "change access",
  lockAccount: true,
  input: z.object({ contactId: id, grantId: id }),
  output: personState,
  http: { method: "POST", path: "/accounts/{accountId}/people/{contactId}/record-grants/{grantId}/end" },
  run: async (context, { contactId, grantId }) => {
    const { db, account } = context;
    const contact = await knownContact(context, contactId);
    const grant = await db.recordGrant.findFirst({
      where: { accountId: account.id, contactId, id: grantId },
      select: { permission: true, serviceId: true, ticketId: true },
    });
    if (grant === null || !isPermission(grant.permission)) throw notFound(t("This permission has already ended."));
    const { permission } = grant;
    const recordId = grant.serviceId ?? grant.ticketId;
    const before = planOf(contact.person.subject);
    const left = (before.recordGrants ?? []).filter(
      (one) => one.permission !== permission || one.recordId !== recordId,
    );
    const next = { ...before, recordGrants: left };
    const verdict = roleChange(context.viewer, contact.person, next);
    if (!verdict.ok) throw refusedChange(verdict);
    await writeAccess(db, {
      accountId: account.id,
      contactId,
      where: accessibleWhere(context, "people.roles.change"),
      version: contact.version,
      next,
      by: giverOf(context),
    });
    return {
      output: { contactId, version: contact.version + 1 },
      audit: {
        summary: say("Ended “{permission}” for a single record of {name}", {
          permission: say(entryOf(permission).name),
          name: contact.name,
        }),
        target: { type: "contact", id: contactId },
        details: { permission, recordId, before: accessRecord(before), after: accessRecord(next) },
      },
    };
  },
});
