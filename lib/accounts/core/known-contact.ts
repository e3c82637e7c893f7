import type { Prisma } from "@/lib/platform/db/generated/client";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { notFound } from "@/lib/platform/kernel/problem";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** What every change of a person looks at before it happens. */
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

/** A person of the account with what they hold, as the permission library judges it. */
export interface KnownContact extends ContactRow {
  readonly person: AccountMember;
}

/** The contacts that the viewer may know of: members and non-members are seen by permissions of their own. */
export const visibleContacts = (context: Context): Prisma.ContactWhereInput => ({
  status: { not: "removed" },
  OR: [
    accessibleWhere(context, "people.members.view", { kind: "member" } satisfies Prisma.ContactWhereInput),
    accessibleWhere(context, "people.non-members.view", { kind: "nonMember" } satisfies Prisma.ContactWhereInput),
  ],
});

/** One contact of the account. Throws `not-found` for one that is removed, elsewhere, or not the viewer's to know of. */
export async function knownContact(context: Context, contactId: string): Promise<KnownContact> {
  const where = { AND: [visibleContacts(context), { id: contactId }] };
  const contact = await context.db.contact.findFirst({ where, select: contactColumns });
  const person = contact && (await context.people()).find((one) => one.contactId === contactId);
  if (!contact || !person) throw notFound("There is no such person on this account.");
  return { ...contact, person };
}
