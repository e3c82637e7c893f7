import { env } from "@/lib/platform/config/env";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { addDays } from "@/lib/platform/kernel/dates";
import { t } from "@/lib/platform/language/t";
import { sendMail } from "@/lib/platform/mail/outbox";
import { TwoFactorRequiredMail } from "./mail/two-factor-required";
import { notReady } from "./not-ready";

interface Deadline {
  readonly from: Date;
  readonly now: Date;
}

/** Told again so many days before it is in force. */
const REMIND_DAYS = 3;

/** How many are told in one transaction. The worker goes on with the others. */
const AT_ONCE = 200;

/**
 * Tells members who don't use two-factor sign-in that the account requires it, once for each deadline, and again three days
 * before. Returns how many were told. Whoever adds the row sends the mail, so that two workers don't tell anybody twice.
 */
export async function tellNotReady(
  db: ScopedDb,
  account: { readonly id: string; readonly name: string },
  { from, now }: Deadline,
): Promise<number> {
  const first = await tell(db, account, { kind: "two-factor", from, now });
  const soon = from > now && from <= addDays(now, REMIND_DAYS);
  return soon ? first + (await tell(db, account, { kind: "two-factor-3", from, now })) : first;
}

async function tell(
  db: ScopedDb,
  account: { readonly id: string; readonly name: string },
  { kind, from, now }: Deadline & { readonly kind: "two-factor" | "two-factor-3" },
): Promise<number> {
  const accountId = account.id;
  const reminded = { kind: "two-factor", about: from, sentAt: { lte: addDays(now, -1) } };
  const people = await db.contact.findMany({
    where: {
      accountId,
      ...notReady,
      status: "active",
      warnings: { none: { kind, about: from }, ...(kind === "two-factor-3" && { some: reminded }) },
    },
    select: { id: true, name: true, email: true, person: { select: { locale: true } } },
    orderBy: { id: "asc" },
    take: AT_ONCE,
  });
  const told = await db.accessWarning.createManyAndReturn({
    data: people.map(({ id: contactId }) => ({ accountId, contactId, kind, about: from, sentAt: now })),
    skipDuplicates: true,
    select: { contactId: true },
  });
  const fresh = new Set(told.map(({ contactId }) => contactId));
  const readers = people.filter(({ id }) => fresh.has(id));
  await sendMail(db, {
    accountId,
    kind: "people",
    to: readers.map(({ id: contactId, name, email, person }) => ({
      address: email,
      name,
      locale: person?.locale ?? null,
      reader: { contactId },
    })),
    subject: () => t("{account} requires two-factor sign-in", { account: account.name }),
    template: "two-factor-required",
    // No permission: those who are late have none until they have set it up.
    about: {},
    body: () => (
      <TwoFactorRequiredMail
        account={account.name}
        from={from}
        inForce={from <= now}
        href={`${env().PORTAL_URL}/profile/security`}
      />
    ),
  });
  return readers.length;
}
