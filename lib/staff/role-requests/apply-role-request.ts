import { z } from "zod";
import { openRoleRequestOf } from "@/lib/accounts/role-requests/known-role-request";
import { moveRoleRequest } from "@/lib/accounts/role-requests/move-role-request";
import { requestNumber } from "@/lib/accounts/role-requests/present-role-request";
import { requestedRole, requestedRoleName, rolePreset } from "@/lib/accounts/role-requests/schema";
import { id, version } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { actingStaff } from "@/lib/staff/core/acting-staff";
import { applyRole } from "./apply-role";
import { startTransfer } from "./start-transfer";

/**
 * Does what was approved, once: assigns a standard role, no more than the approved one, or starts the transfer of
 * ownership, which the new owner must accept. The approver must still be able to approve it. The owner gets a receipt.
 */
export const applyRoleRequest = defineCommand({
  name: "role-requests.apply",
  permission: "staff.roles.give",
  scope: "account",
  alsoChecks: ["staff.ownership.transfer"],
  summary: "Apply an approved role request",
  activity: "apply a role request",
  stepUp: "with-factor",
  lockAccount: true,
  once: true,
  input: z.object({
    requestId: id,
    version,
    role: rolePreset.optional().describe("A smaller standard role than the approved one"),
  }),
  output: z.object({ requestId: id, contactId: id, invited: z.boolean() }),
  http: { method: "POST", path: "/accounts/{accountId}/role-requests/{requestId}/application" },
  run: async (context, { requestId, version, role: smaller }) => {
    const asked = { requestId, version, from: ["approved", "waiting"] as const };
    const request = await openRoleRequestOf(context, asked);
    const by = await actingStaff(context);
    const approved = requestedRole.parse(request.role);
    const role = approved === "owner" ? approved : (smaller ?? approved);
    const { before, after, ...given } =
      role === "owner" ? await startTransfer(context, request, by) : await applyRole(context, request, role, by);
    await moveRoleRequest(context, request, "applied", {
      appliedById: by.personId,
      appliedByName: by.name,
      appliedAt: context.realNow,
      appliedRole: role,
      appliedContactId: given.contactId,
    });
    const number = requestNumber(request.number);
    const said = { name: given.name, requestedBy: request.requesterName, number };
    return {
      output: { requestId, contactId: given.contactId, invited: given.invited },
      audit: {
        summary:
          role === "owner"
            ? say("Started an ownership transfer to {name}, requested by {requestedBy} ({number})", said)
            : say("Assigned the “{role}” role to {name}, requested by {requestedBy} ({number})", {
                ...said,
                role: { text: String(requestedRoleName(role)) },
              }),
        target: { type: "contact", id: given.contactId },
        details: { before, after, requestId, number, approvedBy: request.decidedByName, reference: request.reference },
      },
    };
  },
});
