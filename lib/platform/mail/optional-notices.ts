import { entryOf, type Permission, permissionKeys } from "@/lib/policy/permissions";

/** Every kind of notification, in catalogue order. */
export const notices: readonly Permission[] = permissionKeys.filter((key) => entryOf(key).area === "notices");

/**
 * Reminders and failed charges go to everyone whose access includes them: if all of an account's people turned them
 * off, they would learn of a missed payment when services are suspended. The rest can be turned off individually.
 */
const obligatory: readonly Permission[] = ["notices.billing.receive"];

export const isOptionalNotice = (notice: Permission): boolean => !obligatory.includes(notice);
