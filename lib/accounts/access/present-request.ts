import type { z } from "zod";
import type { permissionRequest } from "@/lib/accounts/core/schema";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso, isoOrNull } from "@/lib/platform/kernel/dates";
import { isPermission, nameOf, type Permission, titleOf } from "@/lib/policy/permissions";
import { grantableOn } from "@/lib/policy/record-grants";
import { shownBy } from "./shown-by";

export const requestColumns = {
  id: true,
  contactId: true,
  permission: true,
  recordId: true,
  message: true,
  hours: true,
  status: true,
  createdAt: true,
  decidedByName: true,
  decidedAt: true,
  contact: { select: { name: true } },
} as const satisfies Prisma.PermissionRequestSelect;

type RequestRow = Prisma.PermissionRequestGetPayload<{ select: typeof requestColumns }>;

/** What granting a request now would do. */
export interface Granting {
  readonly locked: string | null;
  readonly wouldEndAt: Date | null;
  readonly condition: string | null;
}

/** A request for display. A permission no longer in the catalogue is shown by its key. */
export function presentRequest(
  row: RequestRow,
  granting: Granting | null,
  names: ReadonlyMap<string, string>,
): z.input<typeof permissionRequest> {
  const { contact, createdAt, decidedAt, permission, recordId, ...rest } = row;
  const known = isPermission(permission);
  return {
    ...rest,
    permission,
    contactName: contact.name,
    permissionName: known ? nameOf(permission) : permission,
    permissionTitle: known ? titleOf(permission) : "",
    onlyFor: known && recordId !== null ? onlyFor(permission, recordId, names) : null,
    createdAt: iso(createdAt),
    decidedAt: isoOrNull(decidedAt),
    wouldEndAt: isoOrNull(granting?.wouldEndAt ?? null),
    condition: granting?.condition ?? null,
    locked: granting?.locked ?? null,
  };
}

function onlyFor(permission: Permission, id: string, names: ReadonlyMap<string, string>) {
  const kind = grantableOn(permission);
  return kind && { id, kind, name: names.get(id) ?? null, shows: shownBy(permission) };
}
