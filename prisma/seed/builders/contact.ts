import type { Department, GivenRole } from "@/lib/platform/db/generated/enums";
import type { Permission } from "@/lib/policy/permissions";
import type { OwnerDatabase } from "./owner-database";
import { buildPerson } from "./person";

interface ContactPlan {
  readonly email: string;
  readonly name: string;
  readonly jobTitle?: string;
  readonly roles?: readonly GivenRole[];
  /** Individual permissions granted (or denied), optionally until a date. */
  readonly permissions?: readonly { permission: Permission; effect?: "on" | "off"; endsAt?: Date }[];
  /** Limits service-bound permissions to these services. */
  readonly services?: readonly string[];
  /** Departments of support that are taken away. */
  readonly departmentsOff?: readonly Department[];
  readonly endsAt?: Date;
  readonly givenBy?: string;
  readonly status?: "active" | "suspended" | "invited";
  /** False: a notification-only contact, without a login. */
  readonly login?: boolean;
  readonly createdAt?: Date;
}

/** A contact of an account, with a login by default. Returns the contact's id. */
export async function buildContact(db: OwnerDatabase, accountId: string, plan: ContactPlan): Promise<string> {
  const login = plan.login ?? true;
  const status = plan.status ?? "active";
  const personId = login && status !== "invited" ? await buildPerson(db, plan) : null;
  const givenById = personId === null ? await ownerOf(db, accountId) : null;
  const given = { givenByName: plan.givenBy ?? "Account owner", givenById, givenAt: plan.createdAt };
  const { id } = await db.contact.create({
    data: {
      accountId,
      personId,
      kind: login ? "member" : "nonMember",
      status,
      name: plan.name,
      email: plan.email,
      emailVerifiedAt: status === "invited" ? null : new Date("2024-09-03T08:00:00Z"),
      jobTitle: plan.jobTitle,
      endsAt: plan.endsAt,
      limitedToServices: plan.services !== undefined,
      departmentsOff: [...(plan.departmentsOff ?? [])],
      createdAt: plan.createdAt,
    },
    select: { id: true },
  });
  const owned = { accountId, contactId: id };
  await db.contactRole.createMany({ data: (plan.roles ?? []).map((role) => ({ ...owned, ...given, role })) });
  await db.contactPermission.createMany({
    data: (plan.permissions ?? []).map((one) => ({ ...owned, ...given, effect: "on", ...one })),
  });
  await db.contactService.createMany({ data: (plan.services ?? []).map((serviceId) => ({ ...owned, serviceId })) });
  return id;
}

/** The grantor of someone who hasn't joined yet. */
async function ownerOf(db: OwnerDatabase, accountId: string): Promise<string | null> {
  const account = await db.account.findUnique({
    where: { id: accountId },
    select: { owner: { select: { personId: true } } },
  });
  return account?.owner.personId ?? null;
}
