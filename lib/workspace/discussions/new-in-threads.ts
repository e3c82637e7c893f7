import type { DiscussionFrequency } from "@/lib/platform/db/generated/client";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Job } from "@/lib/platform/db/transaction";
import { viewerOf } from "@/lib/policy/viewer";
import { tellingSql } from "./telling-of";
import { visibleGroups } from "./visible-groups";

export interface NewInThread {
  readonly id: string;
  readonly title: string;
  readonly groupName: string;
  readonly lastNumber: number;
  /** Posts, or mentions if only those are told of. */
  readonly count: number;
}

/**
 * The threads, in groups that the person sees now, of which they want to be told this often and in which others have posted
 * what they neither read nor were mailed. Newest first, at most two hundred.
 */
export async function newInThreads(
  { db, account }: Pick<Job, "db" | "account">,
  { contactId, subject }: AccountMember,
  frequency: DiscussionFrequency,
): Promise<NewInThread[]> {
  const groups = await db.discussionGroup.findMany({
    where: {
      AND: [
        visibleGroups({ viewer: viewerOf(subject), account }),
        {
          OR: [
            { invitations: { some: { contactId, joinedAt: { not: null } } } },
            { threads: { some: { subscriptions: { some: { contactId } } } } },
          ],
        },
      ],
    },
    select: { id: true },
    take: MOST_GROUPS,
  });
  if (groups.length === 0) return [];
  const { level, frequency: told } = tellingSql;
  return queryRows<NewInThread>(
    db,
    sql`select t."id", t."title", g."name" as "groupName", t."lastNumber", n."count"
      from "DiscussionThread" t
      join "DiscussionGroup" g on g."accountId" = t."accountId" and g."id" = t."groupId"
      left join "DiscussionMember" m on m."accountId" = t."accountId" and m."groupId" = t."groupId" and m."contactId" = ${contactId}::uuid
      left join "ThreadSubscription" s on s."accountId" = t."accountId" and s."threadId" = t."id" and s."contactId" = ${contactId}::uuid
      left join "DiscussionReading" r on r."accountId" = t."accountId" and r."threadId" = t."id" and r."contactId" = ${contactId}::uuid
      cross join lateral (
        select case ${level} when 'all' then count(*)::int when 'mentions' then count(x."contactId")::int else 0 end as "count"
        from "DiscussionReply" p
        left join "DiscussionMention" x on x."accountId" = p."accountId" and x."replyId" = p."id" and x."contactId" = ${contactId}::uuid
        where p."accountId" = t."accountId" and p."threadId" = t."id" and p."deletedAt" is null
          and p."number" > greatest(coalesce(r."readNumber", 0), coalesce(r."mailedNumber", 0))
          and p."authorContactId" is distinct from ${contactId}::uuid
          and (s."threadId" is not null or p."createdAt" > m."joinedAt")) n
      where t."accountId" = ${account.id}::uuid and t."groupId" = any (${groups.map(({ id }) => id)}::uuid[])
        and t."lastNumber" > greatest(coalesce(r."readNumber", 0), coalesce(r."mailedNumber", 0))
        and (s."threadId" is not null or t."lastReplyAt" > m."joinedAt")
        and ${told} = ${frequency}::"DiscussionFrequency" and n."count" > 0
      order by t."lastReplyAt" desc, t."id" desc limit ${MOST_THREADS}::int`,
  );
}

const MOST_GROUPS = 500;
const MOST_THREADS = 200;
