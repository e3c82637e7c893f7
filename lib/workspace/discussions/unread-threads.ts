import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Context } from "@/lib/platform/operations/operation";

/**
 * How many threads of each group that the viewer has joined have posts since then that they haven't read. Whether they still see
 * a group is for the caller to ask.
 */
export async function unreadThreads({ db, account, actor }: Context<"account">): Promise<ReadonlyMap<string, number>> {
  if (actor.contactId === null) return new Map();
  const rows = await queryRows<{ groupId: string; unread: number }>(
    db,
    sql`select t."groupId", count(*)::int as "unread" from "DiscussionThread" t
      join "DiscussionMember" m on m."accountId" = t."accountId" and m."groupId" = t."groupId"
        and m."contactId" = ${actor.contactId}::uuid and m."joinedAt" is not null
      left join "DiscussionReading" r on r."accountId" = t."accountId" and r."threadId" = t."id" and r."contactId" = m."contactId"
      where t."accountId" = ${account.id}::uuid and t."lastReplyAt" > m."joinedAt" and t."lastNumber" > coalesce(r."readNumber", 0)
      group by t."groupId"`,
  );
  return new Map(rows.map(({ groupId, unread }) => [groupId, unread]));
}
