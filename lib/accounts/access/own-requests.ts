import { z } from "zod";
import { ownRequest } from "@/lib/accounts/core/schema";
import { iso } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";
import { isPermission, nameOf, permissionKeys } from "@/lib/policy/permissions";

/** The viewer's pending access requests. Staff have none. */
export const listOwnRequests = defineQuery({
  name: "people.list-own-requests",
  permission: "account.view",
  scope: "account",
  summary: "List your own access requests awaiting an answer",
  activity: "view own access requests",
  input: z.object({}),
  output: z.object({ mayAsk: z.boolean(), items: z.array(ownRequest).max(permissionKeys.length) }),
  http: { method: "GET", path: "/accounts/{accountId}/permission-requests/own" },
  run: async ({ db, account, actor }) => {
    if (actor.contactId === null) return { mayAsk: false, items: [] };
    const found = await db.permissionRequest.findMany({
      where: { accountId: account.id, contactId: actor.contactId, status: "open" },
      select: { id: true, permission: true, hours: true, createdAt: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
    });
    const items = found.map(({ id, permission, hours, createdAt }) => ({
      id,
      hours,
      permission,
      permissionName: isPermission(permission) ? nameOf(permission) : permission,
      createdAt: iso(createdAt),
    }));
    return { mayAsk: true, items };
  },
});
