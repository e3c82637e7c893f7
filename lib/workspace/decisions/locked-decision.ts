import { authorize } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { RecordPermission } from "@/lib/policy/needs";
import { type DecisionRow, knownDecision } from "./decision-record";
import { lockDecision } from "./lock-decision";

/**
 * A decision that is about to be changed, locked, with the database's time. Whether the viewer may is decided on what it is once
 * the lock is held. Throws `not-found` and `refused`.
 */
export async function lockedDecision(
  context: Context<"account">,
  id: string,
  permission: RecordPermission,
): Promise<{ readonly decision: DecisionRow; readonly now: Date }> {
  const now = await lockDecision(context.db, { accountId: context.account.id, id });
  const decision = await knownDecision(context, id);
  await authorize(context, permission, decision);
  return { decision, now };
}
