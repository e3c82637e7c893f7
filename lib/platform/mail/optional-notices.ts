import { entryOf, type Permission, permissionKeys } from "@/lib/policy/permissions";

/** Every notice there is, in the order of the catalogue. */
export const notices: readonly Permission[] = permissionKeys.filter((key) => entryOf(key).area === "notices");

/**
 * Reminders and failed cards go to everyone whose access brings them: an account whose people have all turned them off
 * would learn of a missed payment when its services stop. The rest is each person's own choice.
 */
const obligatory: readonly Permission[] = ["notices.billing.receive"];

export const isOptionalNotice = (notice: Permission): boolean => !obligatory.includes(notice);
