import type { Prisma } from "@/lib/platform/db/generated/client";
import { staleVersion } from "@/lib/platform/kernel/problem";
import type { Context } from "@/lib/platform/operations/operation";
import type { RoleRequestStatus } from "./schema";

interface Move {
  readonly id: string;
  readonly version: number;
  readonly status: string;
}

/**
 * Moves a request to another state. The row is the guard: it must still have the state and version that were decided on,
 * and the database knows which moves there are. Throws `conflict`.
 */
export async function moveRoleRequest(
  { db, account }: Context<"account">,
  { id, version, status: from }: Move,
  status: RoleRequestStatus,
  data: Prisma.RoleRequestUncheckedUpdateManyInput = {},
): Promise<void> {
  const { count } = await db.roleRequest.updateMany({
    where: { accountId: account.id, id, version, status: from },
    data: { ...data, status, version: { increment: 1 } },
  });
  if (count === 0) throw staleVersion();
}
