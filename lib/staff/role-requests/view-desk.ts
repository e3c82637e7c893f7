import { z } from "zod";
import { accessInWords } from "@/lib/accounts/core/access-in-words";
import { changeInWords } from "@/lib/accounts/core/change-in-words";
import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { viewedContactAt } from "@/lib/accounts/role-requests/contact-at";
import { knownRoleRequest } from "@/lib/accounts/role-requests/known-role-request";
import { presentRoleRequestDetail, type RoleRequestRow } from "@/lib/accounts/role-requests/present-role-request";
import type { RoleChoice, RoleRequestStatus } from "@/lib/accounts/role-requests/schema";
import { requestedRole, rolePreset, rolePresets } from "@/lib/accounts/role-requests/schema";
import { id } from "@/lib/platform/kernel/ids";
import { told } from "@/lib/platform/kernel/told";
import { t } from "@/lib/platform/language/t";
import { currentLocale } from "@/lib/platform/language/with-language";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { planOf } from "@/lib/policy/access-plan";
import { type Approved, judgePreset } from "./judge-preset";
import { roleRequestDesk } from "./schema";
import { whyNotTransferred } from "./why-not-transferred";

/** One role request for staff: what was written and by whom, and what each role would change for the person. */
export const viewRoleRequestDesk = defineQuery({
  name: "role-requests.view-desk",
  permission: "staff.roles.give",
  scope: "account",
  alsoChecks: ["staff.ownership.transfer"],
  summary: "View a role request and what applying it would change",
  activity: "view a role request",
  input: z.object({ requestId: id }),
  output: roleRequestDesk,
  http: { method: "GET", path: "/accounts/{accountId}/role-requests/{requestId}/desk" },
  run: async (context, { requestId }) => {
    const request = await knownRoleRequest(context, requestId);
    const contact = await viewedContactAt(context, request.email);
    const shown = presentRoleRequestDetail(request, context.realNow);
    return {
      ...shown,
      access: contact && told(accessInWords(planOf(contact.person.subject), "UTC"), currentLocale()),
      choices: shown.status === "approved" ? choicesOf(context, contact, request) : [],
      locked: lockOn(context, request, shown.status),
    };
  },
});

function choicesOf(context: Context, contact: KnownContact | null, request: RoleRequestRow): RoleChoice[] {
  const role = requestedRole.parse(request.role);
  if (role === "owner") return [];
  const approved = { role, roleEndsAt: request.roleEndsAt };
  return rolePreset.options.map((preset) => describeChoice(context, contact, preset, approved));
}

function describeChoice(
  context: Context,
  contact: KnownContact | null,
  role: RoleChoice["role"],
  approved: Approved,
): RoleChoice {
  const { next, verdict, excess, hindrance } = judgePreset(context, contact, role, approved);
  const name = t(rolePresets[role].name);
  if (!verdict.ok) return { role, name, refusal: verdict.sentence, changes: [] };
  const subject = contact?.person.subject ?? null;
  const changes = changeInWords(verdict, subject, next, context.realNow);
  return { role, name, refusal: excess ?? hindrance, changes };
}

function lockOn(context: Context, request: RoleRequestRow, status: RoleRequestStatus): string | null {
  if (request.role === "owner") return whyNotTransferred(context, request);
  return status === "waiting" ? t("The owner has to approve it first. They have been asked by email.") : null;
}
