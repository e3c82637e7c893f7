import { notFound, Problem, staleVersion } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { type RoleRequestRow, roleRequestDetails } from "./present-role-request";
import type { RoleRequestStatus } from "./schema";

/** One role request of the account. Throws `not-found`. */
export async function knownRoleRequest(
  { db, account }: Context<"account">,
  requestId: string,
): Promise<RoleRequestRow> {
  const where = { accountId: account.id, id: requestId };
  const found = await db.roleRequest.findFirst({ where, select: roleRequestDetails });
  if (found === null) throw notFound(t("Request not found."));
  return found;
}

interface Wanted {
  readonly requestId: string;
  readonly version: number;
  /** The states from which it can move on. */
  readonly from: readonly RoleRequestStatus[];
}

/** The same, to move it on. Throws `conflict` if it is over, or has changed since the caller saw it. */
export async function openRoleRequestOf(context: Context<"account">, wanted: Wanted): Promise<RoleRequestRow> {
  const request = await knownRoleRequest(context, wanted.requestId);
  if (request.status === "expired" || request.expiresAt <= context.realNow)
    throw new Problem("conflict", t("This request has expired. It must be made again."));
  if (!(wanted.from as readonly string[]).includes(request.status))
    throw new Problem("conflict", sentences[request.status as RoleRequestStatus]());
  if (request.version !== wanted.version) throw staleVersion();
  return request;
}

const sentences: Record<RoleRequestStatus, () => string> = {
  waiting: () => t("This request hasn't been approved yet."),
  approved: () => t("This request has already been approved."),
  refused: () => t("This request was refused."),
  applied: () => t("This request has already been applied."),
  expired: () => t("This request has expired. It must be made again."),
  withdrawn: () => t("This request was withdrawn."),
};
