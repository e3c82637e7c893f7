import { z } from "zod";
import { type KnownContact, viewedContact } from "@/lib/accounts/core/known-contact";
import { canBeLookedAt } from "@/lib/platform/db/look-viewer";
import { addMinutes, iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";

/** How long a look lasts. The database allows no longer one. */
const LOOK_MINUTES = 30;

/**
 * From here on this sign-in sees the account as the person sees it, and changes nothing, until it is ended or time is up. The person
 * finds it in their profile, and the account in its activity log.
 */
export const startLook = defineCommand({
  name: "looks.start",
  permission: "people.members.look-as",
  scope: "account",
  summary: "View the portal as a member, read-only, for 30 minutes in this session",
  activity: "view the portal as a member",
  stepUp: "with-factor",
  input: z.object({
    contactId: id,
    reason: z
      .string()
      .trim()
      .max(500, issue("Use at most 500 characters."))
      .optional()
      .describe("Required for staff; the customer reads it"),
  }),
  output: z.object({ lookId: id, contactId: id, endsAt: isoDateTime }),
  http: { method: "POST", path: "/accounts/{accountId}/people/{contactId}/looks", status: 201 },
  run: async (context, { contactId, reason = "" }) => {
    const { db, account, actor, realNow: now } = context;
    const contact = await viewedContact(context, contactId);
    refuseUnlooked(context, contact);
    if (actor.isStaff && reason === "") throw invalidField("reason", t("Say why. The customer reads it."));
    const endsAt = addMinutes(now, LOOK_MINUTES);
    const mine = { accountId: account.id, sessionId: actor.credentialId };
    // One that is over, or has lost its effect: otherwise this command would have been refused.
    await db.contactLook.updateMany({ where: { ...mine, endedAt: null }, data: { endedAt: now } });
    const [look] = await db.contactLook.createManyAndReturn({
      data: {
        ...mine,
        ...{ contactId, personId: contact.personId ?? "", startedAt: now, endsAt, reason: reason || null },
        ...{ lookerPersonId: actor.personId, lookerName: actor.name, lookerIsStaff: actor.isStaff },
      },
      select: { id: true },
      skipDuplicates: true,
    });
    if (look === undefined) throw new Problem("conflict", t("You're already viewing the portal as someone else."));
    const { name } = contact;
    return {
      output: { lookId: look.id, contactId, endsAt: iso(endsAt) },
      audit: {
        summary: reason
          ? say("Started viewing the portal as {name}: {reason}", { name, reason })
          : say("Started viewing the portal as {name}", { name }),
        target: { type: "contact", id: contactId },
        details: { endsAt: iso(endsAt), ...(reason && { reason }) },
      },
    };
  },
});

function refuseUnlooked({ viewer, actor }: Context, { id: contactId, name, kind, person }: KnownContact): void {
  if (viewer.subject.gates.tokenPermissions !== null)
    throw new Problem("conflict", t("Sign in to view the portal as someone else. A token can't."));
  if (contactId === actor.contactId) throw new Problem("conflict", t("You already see the portal as yourself."));
  if (kind !== "member" || !canBeLookedAt(person))
    throw new Problem("conflict", t("{name} can't sign in at the moment, so there is nothing to see.", { name }));
}
