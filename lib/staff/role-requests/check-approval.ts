import type { KnownContact } from "@/lib/accounts/core/known-contact";
import { judgeRoleRequest } from "@/lib/accounts/role-requests/judge-role-request";
import type { RoleRequestRow } from "@/lib/accounts/role-requests/present-role-request";
import { requestedRole } from "@/lib/accounts/role-requests/schema";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { authorsOf } from "@/lib/platform/operations/authors-of";
import type { Context } from "@/lib/platform/operations/operation";

/**
 * Throws `conflict` unless the person who approved the request could still give it themselves: an approval carries no more
 * than its author could still grant (docs/decisions/0015).
 */
export async function checkApproval(
  context: Context<"account">,
  { decidedById, decidedByName, role, roleEndsAt }: RoleRequestRow,
  contact: KnownContact | null,
): Promise<void> {
  const { account, realNow: now } = context;
  const ids = decidedById === null ? [] : [decidedById];
  const authors = await authorsOf(context.db, { accountId: account.id, people: await context.people(), now }, ids);
  const approver = decidedById === null ? undefined : authors.get(decidedById);
  const wanted = { role: requestedRole.parse(role), roleEndsAt };
  if (approver?.contactId && judgeRoleRequest(approver, contact, wanted) === null) return;
  throw new Problem(
    "conflict",
    t("{name}, who approved this request, could no longer do this themselves. It must be requested again.", {
      name: decidedByName ?? "",
    }),
  );
}
