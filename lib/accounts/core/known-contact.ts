import type { Prisma } from "@/lib/platform/db/generated/client";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** What every change to a person needs to know first. */
const contactColumns = {
  id: true,
  kind: true,
  status: true,
  name: true,
  email: true,
  personId: true,
  endsAt: true,
  version: true,
} as const satisfies Prisma.ContactSelect;

export type ContactRow = Prisma.ContactGetPayload<{ select: typeof contactColumns }>;

/** A person on the account with their access, as the permission library sees it. */
export interface KnownContact extends ContactRow {
  readonly person: AccountMember;
}

/** The contacts the viewer may see. Members and notification-only contacts have separate permissions. */
export const visibleContacts = (context: Context): Prisma.ContactWhereInput => ({
  status: { not: "removed" },
  OR: [
    accessibleWhere(context, "people.members.view", { kind: "member" } satisfies Prisma.ContactWhereInput),
    accessibleWhere(context, "people.non-members.view", { kind: "nonMember" } satisfies Prisma.ContactWhereInput),
  ],
});

/**
 * One contact of the account, for a command that changes people: what it decides on is all of them as they were before.
 * Throws `not-found` if it is removed, on another account, or hidden from the viewer.
 */
export const knownContact = (context: Context, contactId: string): Promise<KnownContact> =>
  findContact(context, contactId, context.people);

/** The same for a page, without reading all people. */
export const viewedContact = (context: Context, contactId: string): Promise<KnownContact> =>
  findContact(context, contactId, () => context.members({ ids: [contactId] }));

async function findContact(
  context: Context,
  contactId: string,
  people: () => Promise<AccountMember[]>,
): Promise<KnownContact> {
  const where = { AND: [visibleContacts(context), { id: contactId }] };
  const contact = await context.db.contact.findFirst({ where, select: contactColumns });
  const person = contact && (await people()).find((one) => one.contactId === contactId);
  if (!contact || !person) throw notFound(t("Person not found on this account."));
  return { ...contact, person };
}
