import type { z } from "zod";
import type { Prisma } from "@/lib/db/generated/client";
import { iso, isoOrNull } from "@/lib/kernel/dates";
import { isPermission, nameOf, titleOf } from "@/lib/policy/permissions";
import type { permissionRequest } from "./schema";

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

/** A request for people. A permission that the catalogue no longer has is shown by its key. */
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
