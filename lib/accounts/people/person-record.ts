import type { ContactKind, Prisma } from "@/lib/platform/db/generated/client";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** The columns read for a person in a list. */
export const personColumns = {
  id: true,
  kind: true,
  status: true,
  name: true,
  email: true,
  emailVerifiedAt: true,
  bouncedEmail: true,
  jobTitle: true,
  endsAt: true,
  limitedToServices: true,
  departmentsOff: true,
  createdAt: true,
  person: { select: { emailVerifiedAt: true } },
  ownedAccount: { select: { id: true } },
  roles: { select: { role: true, endsAt: true, givenById: true }, orderBy: { role: "asc" } },
  permissions: {
    select: { permission: true, effect: true, endsAt: true, givenById: true },
    orderBy: { permission: "asc" },
  },
  invitations: {
    select: { email: true, invitedById: true, invitedByName: true, sentAt: true, expiresAt: true },
    where: { acceptedAt: null, revokedAt: null },
  },
} as const satisfies Prisma.ContactSelect;

export type PersonRow = Prisma.ContactGetPayload<{ select: typeof personColumns }>;

const viewPermission = { member: "people.members.view", nonMember: "people.non-members.view" } as const;
export const detailPermission = {
  member: "people.members.view-details",
  nonMember: "people.non-members.view-details",
} as const;

/** The people of one kind that the viewer may see. */
export function visiblePeople(
  context: Context,
  kind: ContactKind,
  extra: Prisma.ContactWhereInput = {},
): Prisma.ContactWhereInput {
  return accessibleWhere(context, viewPermission[kind], { AND: [{ kind, status: { not: "removed" } }, extra] });
}
