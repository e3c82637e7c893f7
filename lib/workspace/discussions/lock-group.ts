import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Context } from "@/lib/platform/operations/operation";
import { type GroupRow, visibleGroup } from "./group-record";

/**
 * Waits for whoever removes people from a group, changes or deletes it, and keeps others from doing so until the commit. Then
 * the viewer's access to it is decided, on what those have left. Throws `not-found`.
 */
export async function lockGroup(context: Context<"account">, groupId: string): Promise<GroupRow> {
  const { db, account } = context;
  await queryRows(
    db,
    sql`select "id" from "DiscussionGroup" where "accountId" = ${account.id}::uuid and "id" = ${groupId}::uuid for update`,
  );
  return visibleGroup(context, groupId);
}

/** The same for those who write in it: they don't wait for each other. */
export async function holdGroup(context: Context<"account">, groupId: string): Promise<GroupRow> {
  const { db, account } = context;
  await queryRows(
    db,
    sql`select "id" from "DiscussionGroup" where "accountId" = ${account.id}::uuid and "id" = ${groupId}::uuid for share`,
  );
  return visibleGroup(context, groupId);
}
