import { type Area, entryOf, type Permission, permissionKeys } from "@/lib/policy/permissions";
import type { Feature } from "./feature";

const inUse = new Map<string, readonly Permission[]>();

/**
 * Says that a feature is part of the portal: from now on what its operations and notices ask is offered. Returns the way
 * to take it back.
 */
export function offerPermissions({ name, operations, notices = [] }: Feature): () => void {
  const asked = operations.flatMap(({ permission, alsoAsks = [], alsoNeeds = [] }): Permission[] => [
    permission,
    ...alsoAsks,
    ...alsoNeeds,
  ]);
  inUse.set(name, [...asked, ...notices]);
  return () => inUse.delete(name);
}

/**
 * Whether anything asks this permission. One that nothing asks changes nothing for whoever has it, so it is not shown
 * among what can be given; what was stored of it stays, and counts as soon as its feature is there.
 */
export function isOffered(permission: Permission): boolean {
  for (const asked of inUse.values()) if (asked.includes(permission)) return true;
  return false;
}

/** The areas with anything in them, in the order of the catalogue. */
export const offeredAreas = (): Area[] => [
  ...new Set(permissionKeys.filter(isOffered).map((permission) => entryOf(permission).area)),
];
