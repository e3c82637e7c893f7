import { localDay } from "@/lib/platform/kernel/local-day";
import { type Said, say } from "@/lib/platform/language/say";
import { type AccessPlan, rolesIn } from "@/lib/policy/access-plan";
import { departmentNames } from "@/lib/policy/departments";
import { isNotice } from "@/lib/policy/role-change";
import { roles } from "@/lib/policy/roles";
import { saidList, saidRow } from "./said-list";

/**
 * A contact's access in a phrase: "Billing and Support, 2 individual permissions, limited to 1 service". It is logged
 * and mailed, so it is only written for its reader.
 *
 * @param timeZone of the person who set its days
 */
export function accessInWords(plan: AccessPlan, timeZone: string): Said {
  const held = rolesIn(plan).map(({ role }) => say(String(roles[role].name)));
  const on = plan.overrides.filter(({ effect }) => effect === "on");
  const notices = on.filter(({ permission }) => isNotice(permission)).length;
  const single = on.length - notices;
  const denied = plan.overrides.length - on.length;
  const parts = [
    held.length > 0 && saidList(held),
    single > 0 &&
      say("{count, plural, one {# individual permission} other {# individual permissions}}", { count: single }),
    notices > 0 && say("{count, plural, one {# notification} other {# notifications}}", { count: notices }),
    denied > 0 && say("{count, plural, one {# permission denied} other {# permissions denied}}", { count: denied }),
    plan.serviceLimit && limitInWords(plan.serviceLimit.length),
    plan.departmentsOff?.length &&
      say("without tickets to {departments}", {
        departments: saidList(plan.departmentsOff.map((one) => say(String(departmentNames[one])))),
      }),
    plan.endsAt && say("until {end}", { end: { day: localDay(plan.endsAt, timeZone) } }),
  ].filter((part) => part !== null && part !== false && part !== undefined && part !== 0);
  return parts.length > 0 ? saidRow(parts) : say("no access");
}

const limitInWords = (count: number): Said =>
  say("{count, plural, =0 {limited to no service} one {limited to # service} other {limited to # services}}", {
    count,
  });
