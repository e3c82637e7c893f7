import { type AccessPlan, rolesIn } from "@/lib/policy/access-plan";
import { isNotice } from "@/lib/policy/role-change";
import { roles } from "@/lib/policy/roles";

/**
 * A contact's access in half a sentence: "Billing and Support, 2 single permissions, limited to 1 service". `dayOf`
 * writes a day, in the zone of whoever chose it.
 */
export function accessInWords(plan: AccessPlan, dayOf: (at: Date) => string): string {
  const held = rolesIn(plan).map(({ role }) => roles[role].name);
  const on = plan.overrides.filter(({ effect }) => effect === "on");
  const notices = on.filter(({ permission }) => isNotice(permission)).length;
  const parts = [
    held.length > 0 ? new Intl.ListFormat("en-GB").format(held) : null,
    counted(on.length - notices, "single permission"),
    counted(notices, "single notice"),
    counted(plan.overrides.length - on.length, "permission", " switched off"),
    plan.serviceLimit && `limited to ${counted(plan.serviceLimit.length, "service") ?? "no service"}`,
    plan.endsAt && `until ${dayOf(plan.endsAt)}`,
  ].filter((part) => part !== null);
  return parts.length > 0 ? parts.join(", ") : "no access";
}

function counted(count: number, what: string, more = ""): string | null {
  return count > 0 ? `${count} ${what}${count > 1 ? "s" : ""}${more}` : null;
}
