import { loadMembers } from "@/lib/platform/db/load-subject";
import { lockAccount } from "@/lib/platform/db/lock-account";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { asIdentity } from "@/lib/platform/db/transaction";
import { Problem } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { openEmailProof } from "@/lib/platform/operations/email-proof";
import { heldContacts } from "@/lib/platform/operations/held-contacts";
import { readGrants } from "@/lib/platform/operations/read-grants";
import { logIdentity } from "./identity-log";
import { verifyOwnAddress } from "./verify-own-address";

/** Confirms the address a link was sent to, for a person or a notification-only contact. Returns the address. */
export async function verifyEmail(token: string, ip: string): Promise<string> {
  const proof = await openEmailProof(token);
  if (proof === null) throw stale();
  const { of, id, email } = proof;
  await asIdentity(async (db) => {
    const done = of === "person" ? await verifyPerson(db, id, email, ip) : await verifyContact(db, id, email, ip);
    if (!done) throw stale();
  });
  return email;
}

const stale = () =>
  new Problem("conflict", t("This link has expired, or the email address has changed since it was sent."));

async function verifyPerson(db: ScopedDb, personId: string, email: string, ip: string): Promise<boolean> {
  if (!(await verifyOwnAddress(db, { personId, email, now: new Date() }))) return false;
  const person = await db.person.findUnique({ where: { id: personId }, select: { id: true, name: true } });
  await logIdentity(db, {
    act: "identity.verify-email",
    summary: say("Confirmed the email address {email}", { email }),
    person,
    ip,
  });
  return true;
}

/** Nobody gets notifications that the person who added them could no longer grant. */
async function refuseHeld(db: ScopedDb, accountId: string, contactId: string): Promise<void> {
  await lockAccount(db, accountId);
  const now = new Date();
  const people = await loadMembers(db, accountId, now);
  if (
    !(await heldContacts(db, { accountId, people, now }, await readGrants(db, accountId, [contactId]))).has(contactId)
  )
    return;
  throw new Problem(
    "conflict",
    t(
      "The person who added you can no longer choose who gets these notifications. The account owner must approve it first.",
    ),
  );
}

async function verifyContact(db: ScopedDb, contactId: string, email: string, ip: string): Promise<boolean> {
  const where = { id: contactId, email, status: { not: "removed" } } as const;
  const contact = await db.contact.findFirst({ where, select: { accountId: true, name: true, emailVerifiedAt: true } });
  if (contact === null) return false;
  if (contact.emailVerifiedAt !== null) return true;
  await refuseHeld(db, contact.accountId, contactId);
  await db.contact.updateMany({ where, data: { emailVerifiedAt: new Date() } });
  const summary = say("Confirmed the email address {email}", { email });
  const { accountId, name } = contact;
  await logIdentity(db, { act: "identity.verify-email", summary, person: null, name, accountId, contactId, ip });
  return true;
}
