import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso, isoDateTime } from "@/lib/platform/kernel/dates";
import { id } from "@/lib/platform/kernel/ids";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineDashboardPart } from "@/lib/platform/operations/dashboard-part";
import type { Context } from "@/lib/platform/operations/operation";
import { isPermission, nameOf } from "@/lib/policy/permissions";

const people = z.array(z.object({ id, name: z.string() }));
const invitations = z.object({ count: z.int(), expiredCount: z.int(), people });
const unverified = z.object({ count: z.int(), people });
const requests = z.object({
  count: z.int(),
  newest: z.array(z.object({ id, name: z.string(), permissionName: z.string(), createdAt: isoDateTime })),
});

declare module "@/lib/platform/operations/dashboard-part" {
  interface DashboardParts {
    invitations: z.infer<typeof invitations>;
    unverified: z.infer<typeof unverified>;
    requests: z.infer<typeof requests>;
  }
}

export const invitationsPart = defineDashboardPart({
  name: "invitations",
  permission: "people.members.resend-invite",
  schema: invitations,
  load: invitationsWaiting,
});

export const unverifiedPart = defineDashboardPart({
  name: "unverified",
  permission: "people.members.update-email",
  schema: unverified,
  load: unverifiedPeople,
});

export const requestsPart = defineDashboardPart({
  name: "requests",
  permission: "people.requests.answer",
  schema: requests,
  load: openRequests,
});

const SHOWN = 3;

/** People who haven't accepted their invitation. If the link has expired, it must be resent. */
async function invitationsWaiting(context: Context): Promise<z.input<typeof invitations>> {
  const { db, realNow: now } = context;
  const invited = (extra: Prisma.ContactWhereInput) =>
    accessibleWhere(context, "people.members.resend-invite", { status: "invited" as const, ...extra });
  const current = { acceptedAt: null, revokedAt: null, expiresAt: { gt: now } };
  return {
    count: await db.contact.count({ where: invited({}) }),
    expiredCount: await db.contact.count({ where: invited({ invitations: { none: current } }) }),
    people: await named(context, invited({})),
  };
}

/** People who get no notifications because their email address isn't confirmed. */
async function unverifiedPeople(context: Context): Promise<z.input<typeof unverified>> {
  const where = accessibleWhere(context, "people.members.update-email", {
    status: "active" as const,
    emailVerifiedAt: null,
    OR: [{ personId: null }, { person: { emailVerifiedAt: null } }],
  });
  return { count: await context.db.contact.count({ where }), people: await named(context, where) };
}

/** Access requests the viewer may answer. */
async function openRequests(context: Context<"account">): Promise<z.input<typeof requests>> {
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
