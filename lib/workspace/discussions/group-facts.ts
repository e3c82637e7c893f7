import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import type { Context } from "@/lib/platform/operations/operation";
import { unreadThreads } from "./unread-threads";

export interface GroupFacts {
  readonly groupId: string;
  /** Of the viewer. */
  readonly isInvited: boolean;
  readonly joinedAt: Date | null;
  readonly members: number;
  readonly threads: number;
  readonly lastReplyAt: Date | null;
  readonly unread: number;
}

/** What is counted for each group on a page: of these groups alone, and of each as far as a list counts. */
export async function groupFacts({ db, account, actor }: Context<"account">, groupIds: readonly string[]) {
  if (groupIds.length === 0) return new Map<string, GroupFacts>();
  const rows = await queryRows<GroupFacts>(
    db,
    sql`select g as "groupId", own."id" is not null as "isInvited", own."joinedAt",
      (select count(*)::int from (
        select from "DiscussionMember" m where m."accountId" = ${account.id}::uuid and m."groupId" = g and m."joinedAt" is not null limit ${COUNT_LIMIT}::int
      ) joined) as "members",
      (select count(*)::int from (
        select from "DiscussionThread" t where t."accountId" = ${account.id}::uuid and t."groupId" = g limit ${COUNT_LIMIT}::int
      ) held) as "threads",
      (select t."lastReplyAt" from "DiscussionThread" t where t."accountId" = ${account.id}::uuid and t."groupId" = g
        order by t."lastReplyAt" desc, t."id" desc limit 1) as "lastReplyAt",
      (select count(*)::int from ${unreadThreads} unread) as "unread"
    from unnest(${groupIds}::uuid[]) g left join "DiscussionMember" own
      on own."accountId" = ${account.id}::uuid and own."groupId" = g and own."contactId" = ${actor.contactId}::uuid`,
  );
  return new Map(rows.map((row) => [row.groupId, row]));
}
