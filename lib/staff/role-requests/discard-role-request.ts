import { z } from "zod";
import { openRoleRequestOf } from "@/lib/accounts/role-requests/known-role-request";
import { moveRoleRequest } from "@/lib/accounts/role-requests/move-role-request";
import { requestNumber } from "@/lib/accounts/role-requests/present-role-request";
import { openStatuses } from "@/lib/accounts/role-requests/schema";
import { id, version } from "@/lib/platform/kernel/ids";
import { oneLine } from "@/lib/platform/kernel/one-line";
import { issue } from "@/lib/platform/language/msg";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";

/** Discards a request that isn't to be applied, such as a forged one, with the reason. The account sees both. */
export const discardRoleRequest = defineCommand({
  name: "role-requests.discard",
  permission: "staff.roles.give",
  scope: "account",
  summary: "Discard a role request that isn't to be applied",
  activity: "discard a role request",
  lockAccount: true,
  input: z.object({
    requestId: id,
    version,
    reason: z
      .string()
      .overwrite(oneLine)
      .min(1, issue("Enter a reason."))
      .max(200, issue("Use at most 200 characters.")),
  }),
  output: z.object({ requestId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/role-requests/{requestId}/discard" },
  run: async (context, { requestId, version, reason }) => {
    const request = await openRoleRequestOf(context, { requestId, version, from: openStatuses });
    await moveRoleRequest(context, request, "withdrawn");
    return {
      output: { requestId },
      audit: {
        summary: say("Discarded the role request for {name} ({number}): {reason}", {
          name: request.name,
          number: requestNumber(request.number),
          reason,
        }),
        target: { type: "roleRequest", id: requestId },
        details: { reason },
      },
    };
  },
});
