import { z } from "zod";
import { countedBy, countOutput, countResult } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";

/** How many access requests are pending: for the tab. */
export const countRequests = defineQuery({
  name: "people.count-requests",
  permission: "people.requests.answer",
  scope: "account",
  summary: "Count pending access requests",
  activity: "view access requests",
  input: z.object({}),
  output: countOutput,
  http: { method: "GET", path: "/accounts/{accountId}/permission-requests/count" },
  run: async ({ db, account }) => {
    const where = { accountId: account.id, status: "open" as const };
    return countResult(await db.permissionRequest.count({ where, ...countedBy({ createdAt: "desc" }) }));
  },
});
