import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { staleVersion } from "@/lib/platform/kernel/problem";
import type { AccessPlan } from "@/lib/policy/access-plan";
import { grantableOn } from "@/lib/policy/record-grants";
import { givenRolesIn } from "./access-of";

/** Who grants the access, recorded for explanations. */
export interface Giver {
  readonly personId: string;
  readonly name: string;
  /** The reference and requester when staff assign a role. */
  readonly reference?: string;
  readonly requestedBy?: string;
}

interface AccessChange {
  readonly accountId: string;
  readonly contactId: string;
  /** The rows the actor may change, applied in the update itself as a first safeguard. */
  readonly where: Prisma.ContactWhereInput;
  /** The version the decision was based on. */
  readonly version: number;
  readonly next: AccessPlan;
  readonly by: Giver;
}

/**
 * Writes a contact's access as planned. Decides nothing: check `roleChange` first and hold the account's lock. Unchanged
 * grants keep their grantor and date. Throws `conflict` if the contact has a newer version.
 */
export async function writeAccess(db: ScopedDb, change: AccessChange): Promise<void> {
  const { accountId, contactId, where, version, next } = change;
  const saved = await db.contact.updateMany({
    where: { AND: [where, { accountId, id: contactId, version, status: { not: "removed" } }] },
    data: {
      ...limitsOf(next),
      version: { increment: 1 },
    },
  });
  if (saved.count === 0) throw staleVersion();
  await writeGrants(db, change);
}

/** What the contact's own row holds of a plan. */
export const limitsOf = ({ endsAt, serviceLimit, departmentsOff = [] }: AccessPlan) => ({
  endsAt,
  limitedToServices: serviceLimit !== null,
  departmentsOff: [...departmentsOff],
});

type Grants = Pick<AccessChange, "accountId" | "contactId" | "next" | "by">;

/** Updates a contact's roles, individual permissions, also those for single records, and services to match the plan. */
export async function writeGrants(db: ScopedDb, grants: Grants): Promise<void> {
  await writeRoles(db, grants);
  await writePermissions(db, grants);
  await writeRecordGrants(db, grants);
  await writeServices(db, grants);
}

/** Writes the access of new contacts, who hold nothing yet. Decides nothing, as `writeAccess`. */
export async function giveGrants(db: ScopedDb, given: readonly Grants[]): Promise<void> {
  await db.contactRole.createMany({ data: given.flatMap((one) => roleRows(one, givenRolesIn(one.next))) });
  await db.contactPermission.createMany({ data: given.flatMap((one) => permissionRows(one, overridesIn(one.next))) });
  await db.recordGrant.createMany({ data: given.flatMap((one) => recordGrantRows(one, one.next.recordGrants ?? [])) });
  await db.contactService.createMany({ data: given.flatMap(serviceRows) });
}

async function writeRoles(db: ScopedDb, grants: Grants): Promise<void> {
  const { accountId, contactId, next } = grants;
  const mine = { accountId, contactId };
  const held = await db.contactRole.findMany({ where: mine, select: { id: true, role: true, endsAt: true } });
  const wanted = givenRolesIn(next);
  const same = (a: (typeof wanted)[number], b: (typeof wanted)[number]) => a.role === b.role && sameEnd(a, b);
  const gone = held.filter((one) => !wanted.some((other) => same(one, other)));
  const fresh = wanted.filter((one) => !held.some((other) => same(one, other)));
  await db.contactRole.deleteMany({ where: { ...mine, id: { in: gone.map(({ id }) => id) } } });
  await db.contactRole.createMany({ data: roleRows(grants, fresh) });
}

function roleRows({ accountId, contactId, by }: Grants, roles: ReturnType<typeof givenRolesIn>) {
  const { name: givenByName, personId: givenById, reference = null, requestedBy = null } = by;
  return roles.map((one) => ({ accountId, contactId, ...one, givenByName, givenById, reference, requestedBy }));
}

async function writePermissions(db: ScopedDb, grants: Grants): Promise<void> {
  const { accountId, contactId, next } = grants;
  const mine = { accountId, contactId };
  const select = { id: true, permission: true, effect: true, endsAt: true } as const;
  const held = await db.contactPermission.findMany({ where: mine, select });
  const wanted = overridesIn(next);
  type One = { permission: string; effect: string; endsAt: Date | null };
  const same = (a: One, b: One) => a.permission === b.permission && a.effect === b.effect && sameEnd(a, b);
  const gone = held.filter((one) => !wanted.some((other) => same(one, other)));
  const fresh = wanted.filter((one) => !held.some((other) => same(one, other)));
  await db.contactPermission.deleteMany({ where: { ...mine, id: { in: gone.map(({ id }) => id) } } });
  await db.contactPermission.createMany({ data: permissionRows(grants, fresh) });
}

const overridesIn = ({ overrides }: AccessPlan) =>
  overrides.map(({ permission, effect, endsAt = null }) => ({ permission, effect, endsAt }));

const permissionRows = ({ accountId, contactId, by }: Grants, overrides: ReturnType<typeof overridesIn>) =>
  overrides.map((one) => ({ accountId, contactId, ...one, ...givenBy(by) }));

const givenBy = (by: Giver) => ({ givenByName: by.name, givenById: by.personId });

async function writeRecordGrants(db: ScopedDb, grants: Grants): Promise<void> {
  const { accountId, contactId, next } = grants;
  const mine = { accountId, contactId };
  const select = { id: true, permission: true, serviceId: true, ticketId: true, endsAt: true } as const;
  const rows = await db.recordGrant.findMany({ where: mine, select });
  const held = rows.map(({ serviceId, ticketId, ...row }) => ({ ...row, recordId: serviceId ?? ticketId ?? "" }));
  const wanted = next.recordGrants ?? [];
  type One = { permission: string; recordId: string; endsAt: Date };
  const same = (a: One, b: One) => a.permission === b.permission && a.recordId === b.recordId && sameEnd(a, b);
  const gone = held.filter((one) => !wanted.some((other) => same(one, other)));
  const fresh = wanted.filter((one) => !held.some((other) => same(one, other)));
  await db.recordGrant.deleteMany({ where: { ...mine, id: { in: gone.map(({ id }) => id) } } });
  await db.recordGrant.createMany({ data: recordGrantRows(grants, fresh) });
}

const recordGrantRows = ({ accountId, contactId, by }: Grants, recordGrants: NonNullable<AccessPlan["recordGrants"]>) =>
  recordGrants.map(({ permission, recordId, endsAt }) => ({
    ...{ accountId, contactId, permission, endsAt, ...givenBy(by) },
    ...(grantableOn(permission) === "service" ? { serviceId: recordId } : { ticketId: recordId }),
  }));

async function writeServices(db: ScopedDb, grants: Grants): Promise<void> {
  const { accountId, contactId, next } = grants;
  const mine = { accountId, contactId };
  await db.contactService.deleteMany({ where: { ...mine, serviceId: { notIn: [...(next.serviceLimit ?? [])] } } });
  await db.contactService.createMany({ data: serviceRows(grants), skipDuplicates: true });
}

const serviceRows = ({ accountId, contactId, next }: Grants) =>
  [...(next.serviceLimit ?? [])].map((serviceId) => ({ accountId, contactId, serviceId }));

function sameEnd(a: { endsAt: Date | null }, b: { endsAt: Date | null }): boolean {
  return a.endsAt?.getTime() === b.endsAt?.getTime();
}
