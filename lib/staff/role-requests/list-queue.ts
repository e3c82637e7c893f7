import { z } from "zod";
import { presentRoleRequest, roleRequestColumns } from "@/lib/accounts/role-requests/present-role-request";
import { roleRequestStatus } from "@/lib/accounts/role-requests/schema";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { queuedRequest } from "./schema";

/** The role requests of all accounts; those to apply first, the oldest first. */
export const listRoleRequestQueue = defineQuery({
  name: "role-requests.list-queue",
  permission: "staff.roles.give",
  scope: "staff",
  summary: "List role requests of all accounts",
  activity: "view role requests",
  input: z.object({ status: roleRequestStatus.default("approved"), ...pageInput }),
  output: pageOf(queuedRequest),
  http: { method: "GET", path: "/staff/role-requests" },
  run: async ({ db, realNow: now }, { status, page }) => {
    const open = status === "waiting" || status === "approved";
    const where = { status, ...(open && { expiresAt: { gt: now } }) };
    const first = open ? ("asc" as const) : ("desc" as const);
    const [found, total] = await Promise.all([
      db.roleRequest.findMany({
        where,
        select: { ...roleRequestColumns, account: { select: { id: true, number: true, name: true } } },
        orderBy: [{ createdAt: first }, { id: first }],
        ...pageSlice(page),
      }),
      db.roleRequest.count({ where, ...countedBy({ createdAt: first }) }),
    ]);
    const items = found.map(({ account, ...row }) => ({ ...presentRoleRequest(row, now), account }));
    return pageResult(items, total, page);
  },
});
