import { admitLink } from "@/lib/accounts/core/admit-link";
import { currentBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addDays } from "@/lib/platform/kernel/dates";
import { hashToken, newSecretToken } from "@/lib/platform/kernel/secret-token";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { OwnerWelcomeMail } from "./mail/owner-welcome";
import type { OpenedAccount } from "./open-account";

/** As long as an invitation. Afterwards the sign-in page's reset link does the same. */
const LINK_DAYS = 7;

/**
 * Emails an account's owner that it is theirs. Without a password yet they get a link to set one, which also confirms
 * their address; the row-level security of staff allows no such link for a login that has a password. Not `awaited` if many are
 * mailed at once.
 */
export async function mailOwner(
  db: ScopedDb,
  account: OpenedAccount,
  { now, awaited = true }: { readonly now: Date; readonly awaited?: boolean },
): Promise<void> {
  const { id, number, name, owner } = account;
  await admitLink(id, owner.email);
  const { PORTAL_URL } = env();
  const { name: company } = await currentBrand();
  const { locale } = await db.person.findUniqueOrThrow({ where: { id: owner.id }, select: { locale: true } });
  const expiresAt = owner.hasPassword ? null : addDays(now, LINK_DAYS);
  const href = expiresAt ? await firstPasswordLink(db, owner.id, expiresAt) : `${PORTAL_URL}/a/${id}`;
  await sendMail(db, {
    accountId: id,
    kind: "people",
    to: { address: owner.email, name: owner.name, locale },
    subject: () => t("Your {company} account {number}", { company, number }),
    template: "owner-welcome",
    about: null,
    awaited,
    body: () => (
      <OwnerWelcomeMail
        {...{ name: owner.name, email: owner.email, account: name, number, company, href, expiresAt }}
      />
    ),
  });
}

async function firstPasswordLink(db: ScopedDb, personId: string, expiresAt: Date): Promise<string> {
  const token = newSecretToken();
  await db.passwordReset.createMany({ data: { personId, tokenHash: hashToken(token), expiresAt } });
  return `${env().PORTAL_URL}/reset-password/${token}`;
}
