import { type Area, entryOf, type Permission, permissionKeys } from "@/lib/policy/permissions";
import type { Feature } from "./feature";

const inUse = new Map<string, readonly Permission[]>();

/**
 * Registers a feature: the permissions of its operations and notifications are offered from now on. Returns a function
 * that unregisters it.
 */
export function offerPermissions({ name, operations, notices = [] }: Feature): () => void {
  const checked = operations.flatMap(({ permission, alsoChecks = [], alsoNeeds = [] }): Permission[] => [
    permission,
    ...alsoChecks,
    ...alsoNeeds,
  ]);
  inUse.set(name, [...checked, ...notices]);
  return () => inUse.delete(name);
}

/**
 * Whether anything checks this permission. One that nothing checks has no effect, so it isn't
 * offered; existing grants of it are kept, and apply once its feature is installed.
 */
export function isOffered(permission: Permission): boolean {
  for (const asked of inUse.values()) if (asked.includes(permission)) return true;
  return false;
}

/** The areas with offered permissions, in catalogue order. */
export const offeredAreas = (): Area[] => [
  ...new Set(permissionKeys.filter(isOffered).map((permission) => entryOf(permission).area)),
];
