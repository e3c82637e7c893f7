import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { presentRoleRequest, roleRequestColumns } from "./present-role-request";
import { roleRequestItem } from "./schema";

const orders = {
  person: (sort) => [{ name: sort }, { createdAt: "desc" }],
  role: (sort) => [{ role: sort }, { createdAt: "desc" }],
  by: (sort) => [{ requesterName: sort }, { createdAt: "desc" }],
  status: (sort) => [{ status: sort }, { createdAt: "desc" }],
  at: (sort) => [{ createdAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.RoleRequestOrderByWithRelationInput[]>;

/** What was asked of our staff in the account's name, the newest first. */
export const listRoleRequests = defineQuery({
  name: "role-requests.list",
  permission: "people.requests.answer",
  scope: "account",
  summary: "List the account's role requests to staff",
  activity: "view role requests",
  input: z.object({ ...pageInput, ...sortInput(orders, "at", "desc") }),
  output: pageOf(roleRequestItem),
  http: { method: "GET", path: "/accounts/{accountId}/role-requests" },
  run: async ({ db, account, realNow: now }, { page, ...order }) => {
    const where = { accountId: account.id };
    const [found, total] = await Promise.all([
      db.roleRequest.findMany({
        where,
        select: roleRequestColumns,
        orderBy: orderBy(orders, order),
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
