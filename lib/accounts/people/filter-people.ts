import { z } from "zod";
import type { Standing } from "@/lib/accounts/core/lifecycle";
import { standing } from "@/lib/accounts/core/schema";
import type { ContactKind, Prisma } from "@/lib/platform/db/generated/client";
import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { searchAccount } from "@/lib/platform/operations/search-account";
import { can } from "@/lib/policy/evaluate";
import { detailPermission } from "./person-record";

export const peopleFilters = {
  q: z.string().trim().max(200).optional().describe("Part of a name, or of an email address if details may be viewed"),
  role: z
    .enum(["owner", "administrator", "billing", "support", "none"])
    .optional()
    .describe("A current role; `none` for people with individual permissions only"),
  standing: standing.optional(),
  waiting: z.boolean().optional().describe("Only people who haven't joined yet"),
};

const filters = z.object(peopleFilters);
type PeopleFilters = z.output<typeof filters>;

/**
 * Turns input into a filter. Only visible fields can be searched, or searching would reveal hidden details. Throws a
 * refusal for such a filter.
 */
export async function filterPeople(
  context: Context,
  kind: ContactKind,
  { q, role, standing, waiting }: PeopleFilters,
): Promise<Prisma.ContactWhereInput> {
  if (role) await authorize(context, detailPermission[kind]);
  const details = can(context.viewer, detailPermission[kind]);
  return {
    AND: [
      q ? await withText(context, q, details) : {},
      role ? withRole(role, context.realNow) : {},
      standing ? withStanding(standing, context.realNow) : {},
      waiting ? { status: "invited" } : {},
    ],
  };
}

const withText = (context: Context, q: string, details: boolean): Promise<Prisma.ContactWhereInput> =>
  searchAccount<Prisma.ContactWhereInput>(context.db, q, details ? ["name", "details"] : ["name"], (word) => [
    word.rows("name") ?? { nameSearch: word.part },
    ...(details ? [word.rows("details") ?? { detailsSearch: word.part }] : []),
  ]);

function withRole(role: NonNullable<PeopleFilters["role"]>, now: Date): Prisma.ContactWhereInput {
  const owner: Prisma.ContactWhereInput = { ownedAccount: { isNot: null } };
  if (role === "owner") return owner;
  const inForce: Prisma.ContactRoleWhereInput = { OR: [{ endsAt: null }, { endsAt: { gt: now } }] };
  if (role === "none") return { NOT: owner, roles: { none: inForce } };
  return { roles: { some: { AND: [{ role }, inForce] } } };
}

function withStanding(standing: Standing, now: Date): Prisma.ContactWhereInput {
  const inTime: Prisma.InvitationWhereInput = { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
  const where: Record<Standing, Prisma.ContactWhereInput> = {
    active: { status: "active", OR: [{ endsAt: null }, { endsAt: { gt: now } }] },
    ended: { status: "active", endsAt: { lte: now } },
    suspended: { status: "suspended" },
    invited: { status: "invited", invitations: { some: inTime } },
    "invitation-over": { status: "invited", invitations: { none: inTime } },
  };
  return where[standing];
}
