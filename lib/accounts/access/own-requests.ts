import { z } from "zod";
import { ownRequest } from "@/lib/accounts/core/schema";
import { iso } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";
import { isPermission, nameOf } from "@/lib/policy/permissions";

/** Few ask for so many in the days until they are answered. */
const MOST = 200;

/** The viewer's pending access requests. Staff have none. */
export const listOwnRequests = defineQuery({
  name: "people.list-own-requests",
  permission: "account.view",
  scope: "account",
  summary: "List your own access requests awaiting an answer",
  activity: "view own access requests",
  input: z.object({}),
  output: z.object({ mayAsk: z.boolean(), items: z.array(ownRequest).max(MOST) }),
  http: { method: "GET", path: "/accounts/{accountId}/permission-requests/own" },
  run: async ({ db, account, actor }) => {
    if (actor.contactId === null) return { mayAsk: false, items: [] };
    const found = await db.permissionRequest.findMany({
      where: { accountId: account.id, contactId: actor.contactId, status: "open" },
      select: { id: true, permission: true, recordId: true, hours: true, createdAt: true },
      orderBy: [{ createdAt: "asc" }, { id: "asc" }],
      take: MOST,
    });
    const items = found.map(({ id, permission, recordId, hours, createdAt }) => ({
      id,
      recordId,
      hours,
      permission,
      permissionName: isPermission(permission) ? nameOf(permission) : permission,
      createdAt: iso(createdAt),
    }));
    return { mayAsk: true, items };
  },
});
