import { z } from "zod";
import { emailChangeSchema } from "@/lib/identity/core/schema";
import { EmailChangeMail } from "@/lib/identity/profile/mail/email-change";
import { env } from "@/lib/platform/config/env";
import { lockName } from "@/lib/platform/db/lock-name";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addDays, iso } from "@/lib/platform/kernel/dates";
import { emailAddress } from "@/lib/platform/kernel/email-address";
import { givenPassword } from "@/lib/platform/kernel/new-password";
import { invalidField } from "@/lib/platform/kernel/problem";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { defineCommand } from "@/lib/platform/operations/operation";
import { consume, type Limit } from "@/lib/platform/operations/rate-limit";
import { checkCurrentPassword } from "./check-current-password";

const LIFE_DAYS = 1;

/** Each request emails an address of the person's choice, so it must not be usable for spam. */
const changesLimit: Limit = { name: "email-change", points: 5, seconds: 24 * 60 * 60 };

/**
 * Asks both addresses to confirm a change, which takes effect once both have, within a day. Replaces an earlier request.
 * Doesn't reveal whether the new address already has a login; only its owner learns that.
 */
export const requestEmailChange = defineCommand({
  name: "profile.request-email-change",
  permission: "profile.manage",
  scope: "self",
  summary: "Request a change of your email address",
  activity: "change the email address",
  input: z.object({ newEmail: emailAddress, currentPassword: givenPassword }),
  output: emailChangeSchema,
  http: { method: "POST", path: "/me/email-change" },
  run: async (context, { newEmail, currentPassword }) => {
    const { db, actor, realNow: now } = context;
    if (newEmail === actor.email) throw invalidField("newEmail", t("This is already your email address."));
    await checkCurrentPassword(context, currentPassword);
    await consume(changesLimit, actor.personId);
    // Of two requests at once, the later one replaces the earlier.
    await lockName(db, `email change of ${actor.personId}`);
    const tokens = { old: newSecretToken(), new: newSecretToken() };
    const expiresAt = addDays(now, LIFE_DAYS);
    await db.emailChange.deleteMany({ where: { personId: actor.personId, doneAt: null } });
    await db.emailChange.createMany({
      data: {
        personId: actor.personId,
        newEmail,
        oldTokenHash: hashToken(tokens.old),
        newTokenHash: hashToken(tokens.new),
        expiresAt,
      },
    });
    const change = { name: actor.name, locale: actor.locale, oldEmail: actor.email, newEmail };
    await ask(db, { ...change, side: "old", token: tokens.old });
    await ask(db, { ...change, side: "new", token: tokens.new });
    return {
      output: { newEmail, oldConfirmed: false, newConfirmed: false, expiresAt: iso(expiresAt) },
      audit: { summary: say("Requested to change their email address to {newEmail}", { newEmail }) },
    };
  },
});

interface Question {
  readonly name: string;
  readonly locale: string;
  readonly oldEmail: string;
  readonly newEmail: string;
  readonly side: "old" | "new";
  readonly token: string;
}

async function ask(db: ScopedDb, { token, ...question }: Question): Promise<void> {
  const { side, name, locale, oldEmail, newEmail } = question;
  const href = `${env().PORTAL_URL}/confirm-email/${token}`;
  await sendMail(db, {
    accountId: null,
    kind: "security",
    to: { address: side === "old" ? oldEmail : newEmail, name, locale },
    subject: () =>
      side === "old" ? t("Confirm the change of your email address") : t("Confirm your new email address"),
    template: "email-change",
    about: null,
    awaited: true,
    body: () => <EmailChangeMail {...question} hours={LIFE_DAYS * 24} href={href} />,
  });
}
