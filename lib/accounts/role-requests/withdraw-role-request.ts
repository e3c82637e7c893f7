import { z } from "zod";
import { id, version } from "@/lib/platform/kernel/ids";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { openRoleRequestOf } from "./known-role-request";
import { moveRoleRequest } from "./move-role-request";
import { requestNumber } from "./present-role-request";
import { openStatuses } from "./schema";

/** Withdraws a request before staff have applied it. */
export const withdrawRoleRequest = defineCommand({
  name: "role-requests.withdraw",
  permission: "people.requests.answer",
  scope: "account",
  summary: "Withdraw a role request",
  activity: "withdraw a role request",
  lockAccount: true,
  input: z.object({ requestId: id, version }),
  output: z.object({ requestId: id }),
  http: { method: "POST", path: "/accounts/{accountId}/role-requests/{requestId}/withdrawal" },
  run: async (context, { requestId, version }) => {
    const request = await openRoleRequestOf(context, { requestId, version, from: openStatuses });
    await moveRoleRequest(context, request, "withdrawn");
    return {
      output: { requestId },
      audit: {
        summary: say("Withdrew the role request for {name} ({number})", {
          name: request.name,
          number: requestNumber(request.number),
        }),
        target: { type: "roleRequest", id: requestId },
      },
    };
  },
});
