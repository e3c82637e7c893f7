import { z } from "zod";
import { endInput } from "@/lib/accounts/core/access-schema";
import { giverOf } from "@/lib/accounts/core/giver-of";
import { knownContact } from "@/lib/accounts/core/known-contact";
import { readEnd } from "@/lib/accounts/core/plan-access";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { personState } from "@/lib/accounts/core/schema";
import { awaitsAnswer } from "@/lib/accounts/core/send-link";
import { vouchFor } from "@/lib/accounts/core/vouch-for";
import { writeAccess } from "@/lib/accounts/core/write-access";
import { isoOrNull } from "@/lib/platform/kernel/dates";
import { id, version } from "@/lib/platform/kernel/ids";
import { localDay } from "@/lib/platform/kernel/local-day";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineCommand } from "@/lib/platform/operations/operation";
import { planOf } from "@/lib/policy/access-plan";
import { refused } from "@/lib/policy/refusal";
import { roleChange } from "@/lib/policy/role-change";
import { isOwner } from "@/lib/policy/subject";

/** Sets or removes the date on which all of a person's access ends. */
export const setTerm = defineCommand({
  name: "people.set-term",
  permission: "people.terms.set",
  scope: "account",
  summary: "Set or remove the date on which a person's access ends",
  activity: "set an end date",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({ contactId: id, version, endsAt: endInput }),
  output: personState,
  http: { method: "PUT", path: "/accounts/{accountId}/people/{contactId}/term" },
  run: async (context, { contactId, version, endsAt: asked }) => {
    const contact = await knownContact(context, contactId);
    if (contact.version !== version) throw staleVersion();
    const before = planOf(contact.person.subject);
    const next = { ...before, endsAt: readEnd(context, "endsAt", asked, before.endsAt) };
    const verdict = roleChange(context.viewer, contact.person, next);
    if (!verdict.ok) throw refusedChange(verdict);
    if (isOwner(contact.person.subject)) throw refusedChange(refused("last-owner", { role: "owner" }));
    await writeAccess(context.db, {
      accountId: context.account.id,
      contactId,
      where: accessibleWhere(context, "people.terms.set"),
      version,
      next,
      by: giverOf(context),
    });
    if (awaitsAnswer(contact)) await vouchFor(context, contact, next);
    const until = next.endsAt && { day: localDay(next.endsAt, context.actor.timeZone) };
    return {
      output: { contactId, version: version + 1 },
      audit: {
        summary: until
          ? say("Set the end date of {name}'s access to {until}", { name: contact.name, until })
          : say("Removed the end date of {name}'s access", { name: contact.name }),
        target: { type: "contact", id: contactId },
        details: { before: { endsAt: isoOrNull(before.endsAt) }, after: { endsAt: isoOrNull(next.endsAt) } },
      },
    };
  },
});
