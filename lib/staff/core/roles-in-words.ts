import { listed } from "@/lib/platform/kernel/listed";
import { type Said, say } from "@/lib/platform/language/say";
import { t } from "@/lib/platform/language/t";
import { roles, type StaffRole, staffRoleKeys } from "@/lib/policy/roles";

const inOrder = (held: readonly StaffRole[]) => staffRoleKeys.filter((role) => held.includes(role));

/** Staff roles for display, in catalogue order: "Support agent and Accounting". */
export const rolesInWords = (held: readonly StaffRole[]): string =>
  listed(inOrder(held).map((role) => t(roles[role].name)));

/** The same for the activity log, which is shown in its reader's language. */
export function saidRoles(held: readonly StaffRole[]): Said {
  const [first = { text: "" }, second, third] = inOrder(held).map((role) => ({ text: String(roles[role].name) }));
  if (second === undefined) return first;
  if (third === undefined) return say("{first} and {second}", { first, second });
  return say("{first}, {second}, and {third}", { first, second, third });
}
