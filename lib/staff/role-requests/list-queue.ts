import { z } from "zod";
import { presentRoleRequest, roleRequestColumns } from "@/lib/accounts/role-requests/present-role-request";
import { roleRequestStatus } from "@/lib/accounts/role-requests/schema";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { countedBy, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { type Direction, orderBy, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { queuedRequest } from "./schema";

const orders = {
  person: (sort) => [{ name: sort }, { createdAt: "asc" }],
  role: (sort) => [{ role: sort }, { createdAt: "asc" }],
  account: (sort) => [{ account: { nameSearch: sort } }, { createdAt: "asc" }],
  at: (sort) => [{ createdAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.RoleRequestOrderByWithRelationInput[]>;

/** The role requests of all accounts in one state, the oldest first; those to apply unless another state is asked for. */
export const listRoleRequestQueue = defineQuery({
  name: "role-requests.list-queue",
  permission: "staff.roles.give",
  scope: "staff",
  summary: "List role requests of all accounts",
  activity: "view role requests",
  input: z.object({
    status: roleRequestStatus.default("approved"),
    ...pageInput,
    ...sortInput(orders, "at", "asc"),
  }),
  output: pageOf(queuedRequest),
  http: { method: "GET", path: "/staff/role-requests" },
  run: async ({ db, realNow: now }, { status, page, ...order }) => {
    const open = status === "waiting" || status === "approved";
    const where = { status, ...(open && { expiresAt: { gt: now } }) };
    const [found, total] = await Promise.all([
      db.roleRequest.findMany({
        where,
        select: { ...roleRequestColumns, account: { select: { id: true, number: true, name: true } } },
        orderBy: orderBy(orders, order),
        ...pageSlice(page),
      }),
      db.roleRequest.count({ where, ...countedBy({ createdAt: "asc" }) }),
    ]);
    const items = found.map(({ account, ...row }) => ({ ...presentRoleRequest(row, now), account }));
    return pageResult(items, total, page);
  },
});
