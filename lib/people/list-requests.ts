import { z } from "zod";
import { type Context, defineQuery } from "@/lib/access/operation";
import type { AccountPerson } from "@/lib/db/load-subject";
import { pageInput, pageOf, pageResult, pageSlice } from "@/lib/kernel/page";
import { isPermission } from "@/lib/policy/permissions";
import { roleChange } from "@/lib/policy/role-change";
import { withPermission } from "./grantors";
import { presentRequest, requestColumns } from "./present-request";
import { permissionRequest, requestStatus } from "./schema";

/** Who asks for which permission, the oldest that waits first. */
export const listRequests = defineQuery({
  name: "people.requests",
  permission: "people.requests.answer",
  scope: "account",
  summary: "List the requests for permissions",
  input: z.object({ status: requestStatus.optional(), ...pageInput }),
  output: pageOf(permissionRequest),
  http: { method: "GET", path: "/accounts/{accountId}/permission-requests" },
  run: async (context, { status, page }) => {
    const where = { accountId: context.account.id, ...(status ? { status } : {}) };
    const total = await context.db.permissionRequest.count({ where });
    const found = await context.db.permissionRequest.findMany({
      where,
      select: requestColumns,
      orderBy: [{ status: "asc" }, { createdAt: status === "open" ? "asc" : "desc" }, { id: "asc" }],
      ...pageSlice(page),
    });
    const people = found.some((one) => one.status === "open") ? await context.people() : [];
    const items = found.map((one) => presentRequest(one, one.status === "open" ? lockOn(context, one, people) : null));
    return pageResult(items, total, page);
  },
});

/** Why the viewer cannot grant it, by the rules that granting itself follows. */
function lockOn(
  { viewer }: Context,
  { contactId, permission }: { contactId: string; permission: string },
  people: readonly AccountPerson[],
): string | null {
  const asker = people.find((one) => one.contactId === contactId);
  if (!asker || !isPermission(permission)) return "This can no longer be granted.";
  const verdict = roleChange(viewer, asker, withPermission(asker.subject, permission));
  return verdict.ok ? null : verdict.sentence;
}
