import type { z } from "zod";
import type { permissionRequest } from "@/lib/accounts/core/schema";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { isPermission, nameOf, titleOf } from "@/lib/policy/permissions";

export const requestColumns = {
  id: true,
  contactId: true,
  permission: true,
  message: true,
  status: true,
  createdAt: true,
  decidedByName: true,
  decidedAt: true,
  contact: { select: { name: true } },
} as const satisfies Prisma.PermissionRequestSelect;

type RequestRow = Prisma.PermissionRequestGetPayload<{ select: typeof requestColumns }>;

/** A request for display. A permission no longer in the catalogue is shown by its key. */
export function presentRequest(row: RequestRow, locked: string | null): z.input<typeof permissionRequest> {
  const { contact, createdAt, decidedAt, permission, ...rest } = row;
  const known = isPermission(permission);
  return {
    ...rest,
    permission,
    contactName: contact.name,
    permissionName: known ? nameOf(permission) : permission,
    permissionTitle: known ? titleOf(permission) : "",
    createdAt: iso(createdAt),
    decidedAt: isoOrNull(decidedAt),
    locked,
  };
}
