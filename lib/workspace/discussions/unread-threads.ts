import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Context } from "@/lib/platform/operations/operation";

/** How many threads of each of these groups, which the viewer sees and has joined, have posts since then that they haven't read. */
export async function unreadThreads(
  { db, account, actor }: Context<"account">,
  groupIds: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  if (groupIds.length === 0 || actor.contactId === null) return new Map();
  const rows = await queryRows<{ groupId: string; unread: number }>(
    db,
    sql`select t."groupId", count(*)::int as "unread" from "DiscussionThread" t
      join "DiscussionMember" m on m."accountId" = t."accountId" and m."groupId" = t."groupId"
        and m."contactId" = ${actor.contactId}::uuid and m."joinedAt" is not null
      left join "DiscussionReading" r on r."accountId" = t."accountId" and r."threadId" = t."id" and r."contactId" = m."contactId"
      where t."accountId" = ${account.id}::uuid and t."groupId" = any (${[...groupIds]}::uuid[])
        and t."lastReplyAt" > m."joinedAt" and t."lastNumber" > coalesce(r."readNumber", 0)
      group by t."groupId"`,
  );
  return new Map(rows.map(({ groupId, unread }) => [groupId, unread]));
}
