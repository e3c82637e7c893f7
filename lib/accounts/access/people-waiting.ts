import type { z } from "zod";
import type { invitationsPart, requestsPart, unverifiedPart } from "@/lib/home/dashboard/schema";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { rows } from "@/lib/platform/operations/rows";
import { isPermission, nameOf } from "@/lib/policy/permissions";

const SHOWN = 3;

/** People who have not accepted their invitation yet; those whose link has run out need another. */
export async function invitationsWaiting(context: Context): Promise<z.input<typeof invitationsPart>> {
  const { db, realNow: now } = context;
  const invited = (extra: Prisma.ContactWhereInput) =>
    rows(context, "people.members.resend-invite", { status: "invited" as const, ...extra });
  const current = { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
  return {
    count: await db.contact.count({ where: invited({}) }),
    expiredCount: await db.contact.count({ where: invited({ invitations: { none: current } }) }),
    people: await named(context, invited({})),
  };
}

/** People who get no notice, because nobody has shown that the address is theirs. */
export async function unverifiedPeople(context: Context): Promise<z.input<typeof unverifiedPart>> {
  const where = rows(context, "people.members.update-email", {
    status: "active" as const,
    emailVerifiedAt: null,
    OR: [{ personId: null }, { person: { emailVerifiedAt: null } }],
  });
  return { count: await context.db.contact.count({ where }), people: await named(context, where) };
}

/** Requests for a permission that the viewer may answer. */
export async function openRequests(context: Context<"account">): Promise<z.input<typeof requestsPart>> {
  const where = { accountId: context.account.id, status: "open" as const };
  const newest = await context.db.permissionRequest.findMany({
    where,
    select: { id: true, permission: true, createdAt: true, contact: { select: { name: true } } },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN,
  });
  return {
    count: await context.db.permissionRequest.count({ where }),
    newest: newest.map(({ permission, createdAt, contact, ...request }) => ({
      ...request,
      name: contact.name,
      permissionName: isPermission(permission) ? nameOf(permission) : permission,
      createdAt: iso(createdAt),
    })),
  };
}

const named = ({ db }: Context, where: Prisma.ContactWhereInput) =>
  db.contact.findMany({
    where,
    select: { id: true, name: true },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: SHOWN,
  });
