import { t } from "@/lib/platform/language/t";
import { roles, type StaffRole, staffRoleKeys } from "@/lib/policy/roles";

const list = new Intl.ListFormat("en", { type: "conjunction" });

/** Staff roles for display, in catalogue order: "Support agent and Accounting". */
export const rolesInWords = (held: readonly StaffRole[]): string =>
  list.format(staffRoleKeys.filter((role) => held.includes(role)).map((role) => t(roles[role].name)));
