import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Context } from "@/lib/platform/operations/operation";

export interface GroupFacts {
  readonly groupId: string;
  /** Of the viewer. */
  readonly isInvited: boolean;
  readonly joinedAt: Date | null;
  readonly members: number;
  readonly threads: number;
  readonly lastReplyAt: Date | null;
  /** Threads with posts since the viewer joined that they haven't read, as `unreadThreads` counts them. */
  readonly unread: number;
}

/** What is counted for each group on a page: of these groups alone, however many others there are. */
export async function groupFacts({ db, account, actor }: Context<"account">, groupIds: readonly string[]) {
  if (groupIds.length === 0) return new Map<string, GroupFacts>();
  const rows = await queryRows<GroupFacts>(
    db,
    sql`select g as "groupId", own."id" is not null as "isInvited", own."joinedAt", held."threads", held."lastReplyAt",
      (select count(*)::int from "DiscussionMember" m where m."accountId" = ${account.id}::uuid and m."groupId" = g and m."joinedAt" is not null) as "members",
      case when own."joinedAt" is null then 0 else (
        select count(*)::int from "DiscussionThread" t
        left join "DiscussionReading" r on r."accountId" = t."accountId" and r."threadId" = t."id" and r."contactId" = own."contactId"
        where t."accountId" = ${account.id}::uuid and t."groupId" = g and t."lastReplyAt" > own."joinedAt"
          and t."lastNumber" > coalesce(r."readNumber", 0)
      ) end as "unread"
    from unnest(${groupIds}::uuid[]) g left join "DiscussionMember" own
      on own."accountId" = ${account.id}::uuid and own."groupId" = g and own."contactId" = ${actor.contactId}::uuid
      -- Counted together: alone, the newest would be looked for among the threads of all groups.
      cross join lateral (select count(*)::int as "threads", max(t."lastReplyAt") as "lastReplyAt" from "DiscussionThread" t
        where t."accountId" = ${account.id}::uuid and t."groupId" = g) held`,
  );
  return new Map(rows.map((row) => [row.groupId, row]));
}
