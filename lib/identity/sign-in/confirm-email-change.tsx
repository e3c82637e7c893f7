import { EmailChangedMail } from "@/lib/identity/sign-in/mail/email-changed";
import { customerAccounts } from "@/lib/platform/db/customer-accounts";
import { isStaff } from "@/lib/platform/db/is-staff";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asIdentity } from "@/lib/platform/db/transaction";
import { isUniqueViolation } from "@/lib/platform/db/unique-violation";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { openChange } from "./find-email-change";
import { logIdentity } from "./identity-log";

/** What is left to do after one address is confirmed. */
export interface Confirmed {
  readonly done: boolean;
  readonly waitsFor: string | null;
}

/**
 * Confirms one of the two addresses. With the second, the change is made in the same transaction, for the login and for
 * contacts with the old address. Idempotent. Throws `conflict` for an expired link, or if the new address has got its own
 * login.
 */
export async function confirmEmailChange(token: string, ip: string): Promise<Confirmed> {
  try {
    return await asIdentity((db) => confirm(db, token, ip));
  } catch (error) {
    if (isUniqueViolation(error)) throw new Problem("conflict", t("The new address already has its own login."));
    throw error;
  }
}

const over = () =>
  new Problem("conflict", t("This change was completed or cancelled, or the link has expired. Request it again."));

async function confirm(db: ScopedDb, token: string, ip: string): Promise<Confirmed> {
  const now = new Date();
  const known = await openChange(db, token, now);
  if (known === null) throw over();
  const { id, side, person, newEmail } = known;
  const column = side === "old" ? "oldConfirmedAt" : "newConfirmedAt";
  const { count } = await db.emailChange.updateMany({
    where: { id, doneAt: null, expiresAt: { gt: now } },
    data: { [column]: now },
  });
  if (count === 0) throw over();
  // Locks the row until the end of the transaction: if both sides confirm at once, the later one sees both.
  const both = await db.emailChange.updateMany({
    where: { id, doneAt: null, oldConfirmedAt: { not: null }, newConfirmedAt: { not: null } },
    data: { doneAt: now },
  });
  if (both.count === 0) return { done: false, waitsFor: side === "old" ? newEmail : person.email };
  await changeAddress(db, { person, newEmail, now, ip });
  return { done: true, waitsFor: null };
}

interface Change {
  readonly person: { readonly id: string; readonly name: string; readonly email: string; readonly locale: string };
  readonly newEmail: string;
  readonly now: Date;
  readonly ip: string;
}

async function changeAddress(db: ScopedDb, { person, newEmail, now, ip }: Change): Promise<void> {
  const { id: personId, email: oldEmail, name, locale } = person;
  await keepStaffApart(db, personId, newEmail);
  await db.person.updateMany({
    where: { id: personId },
    data: { email: newEmail, emailVerifiedAt: now, version: { increment: 1 } },
  });
  // Links sent to the old address stop working.
  await db.passwordReset.updateMany({ where: { personId, usedAt: null }, data: { usedAt: now } });
  const summary = say("Changed their email address from {oldEmail} to {newEmail}", { oldEmail, newEmail });
  await logIdentity(db, { act: "identity.change-email", summary, person, ip });
  for (const { id: contactId, accountId } of await contactsToFollow(db, personId, oldEmail, newEmail)) {
    await db.contact.updateMany({
      where: { id: contactId, accountId },
      data: { email: newEmail, emailVerifiedAt: now, version: { increment: 1 } },
    });
    await logIdentity(db, { act: "identity.change-email", summary, person, accountId, contactId, ip });
  }
  for (const address of [oldEmail, newEmail]) {
    await sendMail(db, {
      accountId: null,
      kind: "security",
      to: { address, name, locale },
      subject: () => t("Your email address was changed"),
      template: "email-changed",
      about: null,
      body: () => <EmailChangedMail {...{ name, oldEmail, newEmail }} />,
    });
  }
}

/** A new address must not make a staff member and a customer's contact the same person. */
async function keepStaffApart(db: ScopedDb, personId: string, newEmail: string): Promise<void> {
  const staff = await db.staffMember.findUnique({ where: { personId }, select: { personId: true } });
  if (staff !== null) {
    const accounts = await customerAccounts(db, newEmail, personId);
    if (accounts.length === 0) return;
    throw new Problem("conflict", t("The new address has access to a customer account, which staff can't have."));
  }
  const seat = { personId, kind: "member", status: { not: "removed" } } as const;
  if ((await db.contact.count({ where: seat })) === 0 || !(await isStaff(db, newEmail, personId))) return;
  throw new Problem(
    "conflict",
    t("The new address belongs to our team, who can't have access to a customer's account."),
  );
}

/** Accounts where the new address already belongs to another contact keep the old one for this person. */
async function contactsToFollow(db: ScopedDb, personId: string, oldEmail: string, newEmail: string) {
  const present = { not: "removed" } as const;
  const contacts = await db.contact.findMany({
    where: { personId, email: oldEmail, status: present },
    select: { id: true, accountId: true },
  });
  const taken = await db.contact.findMany({
    where: { email: newEmail, status: present, accountId: { in: contacts.map(({ accountId }) => accountId) } },
    select: { accountId: true },
  });
  return contacts.filter(({ accountId }) => !taken.some((other) => other.accountId === accountId));
}
