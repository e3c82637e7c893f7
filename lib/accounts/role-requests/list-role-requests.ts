import { z } from "zod";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { presentRoleRequest, roleRequestColumns } from "./present-role-request";
import { roleRequestItem } from "./schema";

/** What was asked of our staff in the account's name, the newest first. */
export const listRoleRequests = defineQuery({
  name: "role-requests.list",
  permission: "people.requests.answer",
  scope: "account",
  summary: "List the account's role requests to staff",
  activity: "view role requests",
  input: z.object(pageInput),
  output: pageOf(roleRequestItem),
  http: { method: "GET", path: "/accounts/{accountId}/role-requests" },
  run: async ({ db, account, realNow: now }, { page }) => {
    const where = { accountId: account.id };
    const [found, total] = await Promise.all([
      db.roleRequest.findMany({
        where,
        select: roleRequestColumns,
        orderBy: [{ createdAt: "desc" }, { id: "desc" }],
        ...pageSlice(page),
      }),
      db.roleRequest.count({ where, ...countedBy({ createdAt: "desc" }) }),
    ]);
    return pageResult(
      found.map((row) => presentRoleRequest(row, now)),
      total,
      page,
    );
  },
});
