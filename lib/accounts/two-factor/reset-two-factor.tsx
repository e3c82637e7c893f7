import { z } from "zod";
import { knownContact } from "@/lib/accounts/core/known-contact";
import { env } from "@/lib/platform/config/env";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { id } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { Problem } from "@/lib/platform/kernel/problem";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { isOwner } from "@/lib/policy/subject";
import { TwoFactorResetMail } from "./mail/two-factor-reset";

/**
 * Removes all factors of a member who has lost them, recovery codes included, and ends their sessions. Never silently: it needs
 * a reason, the member and the account's owner are told, and it is in the account's activity. The database removes the factors
 * when the row is added, which stays; staff have no other way to.
 */
export const resetTwoFactor = defineCommand({
  name: "people.reset-two-factor",
  permission: "staff.two-factor.reset",
  alsoNeeds: ["people.members.view"],
  scope: "account",
  summary: "Remove the two-factor sign-in of a member who has lost it, and tell them and the account owner",
  activity: "reset two-factor sign-in",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({
    contactId: id,
    reason: z
      .string()
      .overwrite(oneLine)
      .min(10, issue("Say in a sentence why, and how you checked who asked."))
      .max(500, issue("Use at most 500 characters.")),
  }),
  output: z.object({ contactId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/people/{contactId}/two-factor-reset" },
  run: async (context, { contactId, reason }) => {
    const contact = await knownContact(context, contactId);
    const { db, account, actor, realNow: now } = context;
    const accountId = account.id;
    const { person } = await db.contact.findUniqueOrThrow({
      where: { accountId_id: { accountId, id: contactId } },
      select: { person: { select: { twoFactorSince: true } } },
    });
    if (!person?.twoFactorSince) {
      throw new Problem("conflict", t("{name} doesn't use two-factor sign-in.", { name: contact.name }));
    }
    const row = { accountId, contactId, reason, resetByName: actor.name, createdAt: now };
    await db.twoFactorReset.createMany({ data: row });
    await tell(context, contact.person, reason);
    return {
      output: { contactId },
      audit: {
        summary: say("Removed {name}'s two-factor sign-in: {reason}", { name: contact.name, reason }),
        target: { type: "contact", id: contactId },
        details: { reason },
      },
    };
  },
});

async function tell(
  { db, account, people, realNow: now }: Context<"account">,
  member: AccountMember,
  reason: string,
): Promise<void> {
  const owner = (await people()).filter(({ subject, contactId }) => isOwner(subject) && contactId !== member.contactId);
  for (const { name, email, locale } of [member, ...owner]) {
    await sendMail(db, {
      accountId: account.id,
      kind: "people",
      to: { address: email, name, locale },
      subject: () => t("Two-factor sign-in of {name} was removed", { name: member.name }),
      template: "two-factor-reset",
      about: null,
      body: () => (
        <TwoFactorResetMail
          account={account.name}
          name={member.name}
          own={email === member.email}
          reason={reason}
          at={now}
          href={`${env().PORTAL_URL}/profile/security`}
        />
      ),
    });
  }
}
