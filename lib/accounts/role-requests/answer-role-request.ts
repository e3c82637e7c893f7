import { z } from "zod";
import { refusedChange } from "@/lib/accounts/core/refused-change";
import { id, version } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { contactAt } from "./contact-at";
import { judgeRoleRequest } from "./judge-role-request";
import { openRoleRequestOf } from "./known-role-request";
import { moveRoleRequest } from "./move-role-request";
import { type RoleRequestRow, requestNumber } from "./present-role-request";
import { requestedRole, requestedRoleName, roleRequestStatus } from "./schema";

/**
 * Approves or refuses a request that we couldn't be sure of. Approving takes the same as giving the role; staff can then
 * apply it, and never more.
 */
export const answerRoleRequest = defineCommand({
  name: "role-requests.answer",
  permission: "people.requests.answer",
  scope: "account",
  summary: "Approve or refuse a role request",
  activity: "answer a role request",
  stepUp: "with-factor",
  lockAccount: true,
  input: z.object({ requestId: id, version, answer: z.enum(["approve", "refuse"]) }),
  output: z.object({ requestId: id, status: roleRequestStatus }),
  http: { method: "POST", path: "/accounts/{accountId}/role-requests/{requestId}/answer" },
  run: async (context, { requestId, version, answer }) => {
    const request = await openRoleRequestOf(context, { requestId, version, from: ["waiting"] });
    const approved = answer === "approve";
    if (approved) await refuseUnlessTheirs(context, request);
    const status = approved ? ("approved" as const) : ("refused" as const);
    const { actor, realNow: now } = context;
    await moveRoleRequest(context, request, status, {
      decidedById: actor.personId,
      decidedByName: actor.name,
      decidedAt: now,
    });
    const role = { text: String(requestedRoleName(requestedRole.parse(request.role))) };
    const said = { role, name: request.name, number: requestNumber(request.number) };
    return {
      output: { requestId, status },
      audit: {
        summary: approved
          ? say("Approved the request to give {name} the “{role}” role ({number})", said)
          : say("Refused the request to give {name} the “{role}” role ({number})", said),
        target: { type: "roleRequest", id: requestId },
        details: { email: request.email, role: request.role, endsAt: request.roleEndsAt },
      },
    };
  },
});

async function refuseUnlessTheirs(context: Context<"account">, { email, role, roleEndsAt }: RoleRequestRow) {
  const contact = await contactAt(context, email);
  const refusal = judgeRoleRequest(context.viewer, contact, { role: requestedRole.parse(role), roleEndsAt });
  if (refusal) throw refusedChange(refusal);
}
