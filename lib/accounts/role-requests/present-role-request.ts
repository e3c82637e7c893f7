import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { t } from "@/lib/platform/language/t";
import {
  type RoleRequestDetail,
  type RoleRequestItem,
  type RoleRequestStatus,
  requestedRole,
  requestedRoleName,
  roleRequestSource,
  roleRequestStatus,
  senderProof,
} from "./schema";

export const roleRequestColumns = {
  id: true,
  number: true,
  source: true,
  proof: true,
  requesterName: true,
  name: true,
  email: true,
  role: true,
  status: true,
  createdAt: true,
  expiresAt: true,
} as const satisfies Prisma.RoleRequestSelect;

export const roleRequestDetails = {
  ...roleRequestColumns,
  version: true,
  roleEndsAt: true,
  senderAddress: true,
  reference: true,
  original: true,
  recordedById: true,
  recordedByName: true,
  decidedById: true,
  decidedByName: true,
  decidedAt: true,
  appliedByName: true,
  appliedAt: true,
  appliedRole: true,
  appliedContactId: true,
  contactId: true,
} as const satisfies Prisma.RoleRequestSelect;

type ItemRow = Prisma.RoleRequestGetPayload<{ select: typeof roleRequestColumns }>;
export type RoleRequestRow = Prisma.RoleRequestGetPayload<{ select: typeof roleRequestDetails }>;

/** "R-17": how people name a request. */
export const requestNumber = (number: number): string => `R-${number}`;

/** What is overdue has expired, even before the worker has noted it. */
function statusAt(status: RoleRequestStatus, expiresAt: Date, now: Date): RoleRequestStatus {
  const open = status === "waiting" || status === "approved";
  return open && expiresAt <= now ? "expired" : status;
}

export function presentRoleRequest(row: ItemRow, now: Date): RoleRequestItem {
  const { id, requesterName, name, email, createdAt, expiresAt } = row;
  const role = requestedRole.parse(row.role);
  return {
    ...{ id, requesterName, name, email, role },
    number: requestNumber(row.number),
    status: statusAt(roleRequestStatus.parse(row.status), expiresAt, now),
    source: roleRequestSource.parse(row.source),
    proof: senderProof.parse(row.proof),
    roleName: t(requestedRoleName(role)),
    createdAt: iso(createdAt),
    expiresAt: iso(expiresAt),
  };
}

export function presentRoleRequestDetail(row: RoleRequestRow, now: Date): RoleRequestDetail {
  const { version, senderAddress, reference, original, recordedByName, decidedByName, appliedByName } = row;
  return {
    ...presentRoleRequest(row, now),
    ...{ version, senderAddress, reference, original, recordedByName, decidedByName, appliedByName },
    roleEndsAt: isoOrNull(row.roleEndsAt),
    decidedAt: isoOrNull(row.decidedAt),
    appliedAt: isoOrNull(row.appliedAt),
    appliedRoleName: row.appliedRole === null ? null : t(requestedRoleName(requestedRole.parse(row.appliedRole))),
    contactId: row.appliedContactId ?? row.contactId,
  };
}
