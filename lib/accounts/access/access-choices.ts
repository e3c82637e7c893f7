import { z } from "zod";
import { givenRoles } from "@/lib/accounts/core/access-schema";
import { accessChoices } from "@/lib/accounts/core/schema";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { isOffered } from "@/lib/platform/operations/offered-permissions";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { type AccessPlan, nothingPlanned } from "@/lib/policy/access-plan";
import { areaName, areas } from "@/lib/policy/areas";
import { cellOf } from "@/lib/policy/matrix";
import { catalogue, nameOf, type Permission, permissionKeys, titleOf } from "@/lib/policy/permissions";
import { roleChange } from "@/lib/policy/role-change";
import { roles } from "@/lib/policy/roles";

/** Everything that can be granted on this account, and which of it the viewer can grant. */
export const viewAccessChoices = defineQuery({
  name: "people.view-access-choices",
  permission: "people.roles.change",
  scope: "account",
  summary: "List the roles, permissions and services that can be granted",
  activity: "view access options",
  input: z.object({}),
  output: accessChoices,
  http: { method: "GET", path: "/accounts/{accountId}/access-choices" },
  run: choicesOf,
});

/** The roles, permissions and services access consists of, each with the reason if the viewer can't grant it. */
export async function choicesOf(context: Context) {
  return {
    roles: givenRoles.map((role) => ({
      role,
      name: t(roles[role].name),
      title: t(roles[role].title),
      locked: lockOn(context, { roles: [role] }),
    })),
    areas: areas
      .map((area) => ({ area, name: areaName(area), permissions: permissionsOf(context, area) }))
      .filter(({ permissions }) => permissions.length > 0),
    services: await context.db.service.findMany({
      where: accessibleWhere(context, "services.view", { status: { not: "cancelled" } as const }),
      select: { id: true, name: true },
      orderBy: [{ name: "asc" }, { id: "asc" }],
    }),
  };
}

/** Notifications only. */
export const noticePermissions = (context: Context) => permissionsOf(context, "notices");

function permissionsOf(context: Context, area: string) {
  return permissionKeys
    .filter((permission) => catalogue[permission].area === area && catalogue[permission].delegable !== "nobody")
    .filter(isOffered)
    .map((permission) => ({
      permission,
      name: nameOf(permission),
      title: titleOf(permission),
      roles: rolesWith(permission),
      locked: lockOn(context, { overrides: [{ permission, effect: "on" }] }),
    }));
}

function rolesWith(permission: Permission): string[] {
  return givenRoles.filter((role) => cellOf(permission, role) !== undefined).map((role) => t(roles[role].name));
}

/** Why the viewer can't grant this within their own service and time limits. The change itself is checked again. */
function lockOn({ viewer }: Context, part: Partial<AccessPlan>): string | null {
  const { serviceLimit, departmentsOff, gates } = viewer.subject;
  const within = { ...nothingPlanned, serviceLimit, departmentsOff, endsAt: gates.contactEndsAt };
  const verdict = roleChange(viewer, null, { ...within, ...part });
  return verdict.ok ? null : verdict.sentence;
}
