import { TwoFactorChangedMail } from "@/lib/identity/core/mail/two-factor-changed";
import { env } from "@/lib/platform/config/env";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import type { Sentence } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";

interface Person {
  readonly email: string;
  readonly name: string;
  readonly locale: string;
}

/** Tells a person about every change of how they sign in, in their own language. */
export async function tellOfTwoFactor(db: ScopedDb, person: Person, what: Sentence, at: Date): Promise<void> {
  const { email: address, name, locale } = person;
  const href = `${env().PORTAL_URL}/profile/security`;
  await sendMail(db, {
    accountId: null,
    kind: "security",
    to: { address, name, locale },
    subject: () => t("Your two-factor sign-in"),
    template: "two-factor-changed",
    about: null,
    body: () => <TwoFactorChangedMail {...{ name, at, href }} what={t(what)} />,
  });
}
