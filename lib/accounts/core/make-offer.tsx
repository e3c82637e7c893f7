import { OwnershipOfferMail } from "@/lib/accounts/core/mail/ownership-offer";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addDays } from "@/lib/platform/kernel/dates";
import { invalidField, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { refuseStaff } from "@/lib/platform/operations/refuse-staff";
import { canOwn } from "./can-own";
import type { KnownContact } from "./known-contact";
import { ownershipHref } from "./ownership-href";

const OFFER_DAYS = 7;

interface Offer {
  readonly account: { readonly id: string; readonly name: string };
  /** The current owner. */
  readonly from: { readonly contactId: string; readonly name: string };
  readonly to: KnownContact;
  /** The staff member acting for the owner, if any. */
  readonly arrangedBy?: { readonly personId: string; readonly name: string };
  readonly now: Date;
}

/**
 * Starts an ownership transfer to a member, who has 7 days to accept, and emails them. Check `ownershipTransfer` first
 * and hold the account's lock. Throws `invalid` for people who can't own an account, `conflict` while one is pending.
 */
export async function makeOffer(db: ScopedDb, offer: Offer): Promise<{ offerId: string; expiresAt: Date }> {
  const { account, from, to, arrangedBy, now } = offer;
  if (!canOwn(to.person)) {
    throw invalidField(
      "contactId",
      t("{name} needs an active login and a confirmed email address first.", { name: to.name }),
    );
  }
  await refuseStaff(db, to);
  await clearTheWay(db, account.id, now);
  const expiresAt = addDays(now, OFFER_DAYS);
  const { id: offerId } = await db.ownershipTransfer.create({
    data: {
      accountId: account.id,
      fromContactId: from.contactId,
      toContactId: to.id,
      arrangedById: arrangedBy?.personId,
      offeredAt: now,
      expiresAt,
    },
    select: { id: true },
  });
  const mail = { name: to.name, owner: from.name, account: account.name, expiresAt, arrangedBy: arrangedBy?.name };
  await sendMail(db, {
    accountId: account.id,
    kind: "people",
    to: { address: to.email, name: to.name, locale: to.person.locale, reader: { contactId: to.id } },
    subject: () =>
      t("{owner} wants to transfer ownership of {account} to you", { owner: from.name, account: account.name }),
    template: "ownership-offer",
    about: { permission: "account.view", record: { kind: "ownership-offer", ids: [offerId] } },
    body: () => <OwnershipOfferMail {...mail} href={ownershipHref(account.id)} />,
  });
  return { offerId, expiresAt };
}

/** An expired transfer makes room for a new one; a pending one doesn't. */
async function clearTheWay(db: ScopedDb, accountId: string, now: Date): Promise<void> {
  const open = await db.ownershipTransfer.findFirst({
    where: { accountId, status: "offered" },
    select: { id: true, expiresAt: true, to: { select: { name: true } } },
  });
  if (open === null) return;
  if (open.expiresAt > now) {
    throw new Problem(
      "conflict",
      t("A transfer to {name} is already pending. Withdraw it first.", { name: open.to.name }),
    );
  }
  await db.ownershipTransfer.updateMany({ where: { id: open.id }, data: { status: "withdrawn", decidedAt: now } });
}
