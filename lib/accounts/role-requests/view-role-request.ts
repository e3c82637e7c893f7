import { z } from "zod";
import { changeInWords } from "@/lib/accounts/core/change-in-words";
import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { id } from "@/lib/platform/kernel/ids";
import { type Context, defineQuery } from "@/lib/platform/operations/operation";
import { roleChange } from "@/lib/policy/role-change";
import { viewedContactAt } from "./contact-at";
import { judgeRoleRequest } from "./judge-role-request";
import { knownRoleRequest } from "./known-role-request";
import { planWithRoles } from "./plan-with-roles";
import { presentRoleRequestDetail } from "./present-role-request";
import { type RequestedRole, requestedRole, roleEffect, roleRequestDetail } from "./schema";

/** One role request, with exactly what it would give and take, and whether the viewer could approve it. */
export const viewRoleRequest = defineQuery({
  name: "role-requests.view",
  permission: "people.requests.answer",
  scope: "account",
  summary: "View a role request and what it would change",
  activity: "view a role request",
  input: z.object({ requestId: id }),
  output: roleRequestDetail.extend({
    /** Empty once it is over, and for a change of owner. */
    changes: z.array(roleEffect),
    /** Why the viewer can't approve it; null if they can. */
    locked: z.string().nullable(),
  }),
  http: { method: "GET", path: "/accounts/{accountId}/role-requests/{requestId}" },
  run: async (context, { requestId }) => {
    const request = await knownRoleRequest(context, requestId);
    const shown = presentRoleRequestDetail(request, context.realNow);
    if (shown.status !== "waiting" && shown.status !== "approved") return { ...shown, changes: [], locked: null };
    const contact = await viewedContactAt(context, request.email);
    const wanted = { role: requestedRole.parse(request.role), roleEndsAt: request.roleEndsAt };
    return {
      ...shown,
      changes: changesOf(context, contact, wanted),
      locked: judgeRoleRequest(context.viewer, contact, wanted)?.sentence ?? null,
    };
  },
});

function changesOf(
  { viewer, realNow: now }: Context,
  contact: KnownContact | null,
  { role, roleEndsAt }: { readonly role: RequestedRole; readonly roleEndsAt: Date | null },
) {
  if (role === "owner") return [];
  const subject = contact?.person.subject ?? null;
  const next = planWithRoles(subject, role, roleEndsAt);
  const verdict = roleChange(viewer, contact?.person ?? null, next);
  return verdict.ok ? changeInWords(verdict, subject, next, now) : [];
}
