import { z } from "zod";
import { VerifyEmailMail } from "@/lib/identity/profile/mail/verify-email";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { EMAIL_PROOF_DAYS, emailProofLink } from "@/lib/platform/operations/email-proof";
import { defineCommand } from "@/lib/platform/operations/operation";
import { consume, type Limit } from "@/lib/platform/operations/rate-limit";

const verificationLimit: Limit = { name: "verification", points: 5, seconds: 60 * 60 };

/** Emails the person a link to confirm their address. Throws `conflict` if it is already confirmed. */
export const sendVerification = defineCommand({
  name: "profile.send-verification",
  permission: "profile.manage",
  scope: "self",
  summary: "Send yourself an email to verify your address",
  activity: "verify the email address",
  input: z.object({}),
  output: z.object({ sentTo: z.string() }),
  http: { method: "POST", path: "/me/email-verification" },
  run: async ({ db, actor }) => {
    const { email, name, personId } = actor;
    if (actor.emailVerified) throw new Problem("conflict", t("Your email address is already confirmed."));
    await consume(verificationLimit, personId);
    const href = await emailProofLink({ of: "person", id: personId, email });
    await sendMail(db, {
      accountId: null,
      kind: "security",
      to: { address: email, name, locale: actor.locale },
      subject: () => t("Confirm your email address"),
      template: "verify-email",
      about: null,
      awaited: true,
      body: () => <VerifyEmailMail {...{ name, email, href, days: EMAIL_PROOF_DAYS }} />,
    });
    return { output: { sentTo: email }, audit: { summary: say("Requested an email to confirm their address") } };
  },
});
