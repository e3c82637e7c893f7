import { z } from "zod";
import { defineCommand } from "@/lib/access/operation";
import { rows } from "@/lib/access/rows";
import { endInput } from "@/lib/contacts/access-schema";
import { dayFor } from "@/lib/contacts/day-for";
import { knownContact } from "@/lib/contacts/known-contact";
import { readEnd } from "@/lib/contacts/plan-access";
import { refusedChange } from "@/lib/contacts/refused-change";
import { writeAccess } from "@/lib/contacts/write-access";
import { isoOrNull } from "@/lib/kernel/dates";
import { id, version } from "@/lib/kernel/ids";
import { staleVersion } from "@/lib/kernel/problem";
import { planOf } from "@/lib/policy/access-plan";
import { refused } from "@/lib/policy/refusal";
import { roleChange } from "@/lib/policy/role-change";
import { isOwner } from "@/lib/policy/subject";
import { personState } from "./schema";

/** Sets the date on which all of a person's access ends, or lifts it. */
export const setTerm = defineCommand({
  name: "people.set-term",
  permission: "people.terms.set",
  scope: "account",
  summary: "Set or lift the date on which a person's access ends",
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
      where: rows(context, "people.terms.set"),
      version,
      next,
      by: { name: context.actor.name },
    });
    const until = next.endsAt && dayFor(context)(next.endsAt);
    return {
      output: { contactId, version: version + 1 },
      audit: {
        summary: until
          ? `Set the end of ${contact.name}'s access to ${until}`
          : `Lifted the end of ${contact.name}'s access`,
        target: { type: "contact", id: contactId },
        details: { before: { endsAt: isoOrNull(before.endsAt) }, after: { endsAt: isoOrNull(next.endsAt) } },
      },
    };
  },
});
