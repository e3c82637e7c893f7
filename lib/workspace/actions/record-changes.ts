import type { Context } from "@/lib/platform/operations/operation";
import type { ChangeKind } from "./schema";

export interface Change {
  readonly what: ChangeKind;
  readonly personName?: string;
  readonly before?: string | null;
  readonly after?: string | null;
}

/** Adds to the history of an action, in the transaction of the change. */
export async function recordChanges(
  { db, account, actor, realNow: at }: Context<"account">,
  actionId: string,
  changes: readonly Change[],
): Promise<void> {
  if (changes.length === 0) return;
  await db.actionChange.createMany({
    data: changes.map((change) => ({ accountId: account.id, actionId, at, byName: actor.name, ...change })),
  });
}
