import type { RolePreset } from "@/lib/accounts/role-requests/schema";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { applyRoleRequest } from "@/lib/staff/role-requests/apply-role-request";
import { buildPerson } from "@/prisma/seed/builders/person";
import type { TestPortal } from "@/tests/fixtures/portal";
import { unique } from "@/tests/operations/arrange";

type Plan = Partial<Parameters<TestPortal["owner"]["roleRequest"]["create"]>[0]["data"]>;

/** A request as it stands in the database: by default one that the owner made in the portal for someone new. */
export async function roleRequest({ owner: db }: Pick<TestPortal, "owner">, accountId: string, plan: Plan = {}) {
  const account = await db.account.findUniqueOrThrow({
    where: { id: accountId },
    select: { owner: { select: { id: true, name: true, personId: true } } },
  });
  const approved = {
    status: "approved",
    decidedById: account.owner.personId,
    decidedByName: account.owner.name,
    decidedAt: new Date(),
  };
  const contact = plan.contactId ? await db.contact.findUniqueOrThrow({ where: { id: plan.contactId } }) : null;
  return db.roleRequest.create({
    data: {
      accountId,
      source: "portal",
      proof: "signedIn",
      requesterId: account.owner.id,
      requesterName: account.owner.name,
      name: contact?.name ?? "New Person",
      email: contact?.email ?? `role-${unique()}@northwind.example`,
      role: "support",
      expiresAt: addDays(new Date(), 14),
      ...(plan.status === undefined && approved),
      ...plan,
    } as Parameters<TestPortal["owner"]["roleRequest"]["create"]>[0]["data"],
    select: { id: true, version: true, email: true, number: true },
  });
}

/** A message that may not be from whom it says: it waits for the owner. */
export const doubtful = {
  status: "waiting",
  source: "mail",
  proof: "unproven",
  recordedByName: "Sam Whitfield",
} as const;

/** Applies a new request that the owner has approved. */
export async function assigned(
  portal: TestPortal,
  by: string,
  accountId: string,
  { role, ...plan }: Plan & { readonly role: RolePreset },
) {
  const { id: requestId, version } = await roleRequest(portal, accountId, { role, ...plan });
  return execute(await portal.as(by), accountId, applyRoleRequest, { requestId, version });
}

/** Another manager, whom a change of owner takes. */
export async function anotherManager({ owner }: TestPortal) {
  const email = `manager-${unique()}@portcullis.example`;
  const staff = { roles: ["manager" as const], jobTitle: "Customer care" };
  return { email, personId: await buildPerson(owner, { email, name: "Joost Vermeer", staff }) };
}

/** Starts a transfer that another manager recorded, and returns the offer. */
export async function transferred(portal: TestPortal, by: string, accountId: string, contactId: string) {
  const { personId } = await anotherManager(portal);
  const recorded = { ...doubtful, source: "call", recordedById: personId, recordedByName: "Joost Vermeer" };
  const asked = { requesterId: null, requesterName: "Ingrid Solheim", reference: "CALL-77" };
  const { id: requestId, version } = await roleRequest(portal, accountId, {
    ...recorded,
    ...asked,
    contactId,
    role: "owner",
  });
  await execute(await portal.as(by), accountId, applyRoleRequest, { requestId, version });
  const where = { accountId, status: "offered" as const };
  const { id: offerId } = await portal.owner.ownershipTransfer.findFirstOrThrow({ where });
  return { offerId };
}
