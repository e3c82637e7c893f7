import { t } from "@/lib/platform/language/t";
import { type AccessPlan, rolesIn } from "@/lib/policy/access-plan";
import { isNotice } from "@/lib/policy/role-change";
import { roles } from "@/lib/policy/roles";

/**
 * A contact's access in a phrase: "Billing and Support, 2 individual permissions, limited to 1 service". `dayOf`
 * formats dates in the time zone of the person who set them.
 */
export function accessInWords(plan: AccessPlan, dayOf: (at: Date) => string): string {
  const held = rolesIn(plan).map(({ role }) => t(roles[role].name));
  const on = plan.overrides.filter(({ effect }) => effect === "on");
  const notices = on.filter(({ permission }) => isNotice(permission)).length;
  const parts = [
    held.length > 0 ? new Intl.ListFormat("en-GB").format(held) : null,
    counted(on.length - notices, "individual permission"),
    counted(notices, "notification"),
    counted(plan.overrides.length - on.length, "permission", " denied"),
    plan.serviceLimit && `limited to ${counted(plan.serviceLimit.length, "service") ?? "no service"}`,
    plan.endsAt && `until ${dayOf(plan.endsAt)}`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : "no access";
}

function counted(count: number, what: string, more = ""): string | null {
  return count > 0 ? `${count} ${what}${count > 1 ? "s" : ""}${more}` : null;
}
