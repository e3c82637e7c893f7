import type { DiscussionFrequency, DiscussionLevel } from "@/lib/platform/db/generated/client";
import type { AccountMember } from "@/lib/platform/db/load-subject";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Job } from "@/lib/platform/db/transaction";
import { viewerOf } from "@/lib/policy/viewer";
import { tellingOf } from "./telling-of";
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
  const rows = await queryRows<Row>(
    db,
    sql`select t."id", t."title", g."name" as "groupName", t."lastNumber", s."level"::text as "level", s."frequency"::text as "frequency",
        m."joinedAt", m."level"::text as "groupLevel", m."frequency"::text as "groupFrequency", n."posts", n."mentions"
      from "DiscussionThread" t
      join "DiscussionGroup" g on g."accountId" = t."accountId" and g."id" = t."groupId"
      left join "DiscussionMember" m on m."accountId" = t."accountId" and m."groupId" = t."groupId" and m."contactId" = ${contactId}::uuid
      left join "ThreadSubscription" s on s."accountId" = t."accountId" and s."threadId" = t."id" and s."contactId" = ${contactId}::uuid
      left join "DiscussionReading" r on r."accountId" = t."accountId" and r."threadId" = t."id" and r."contactId" = ${contactId}::uuid
      cross join lateral (
        select count(*)::int as "posts", count(x."contactId")::int as "mentions" from "DiscussionReply" p
        left join "DiscussionMention" x on x."accountId" = p."accountId" and x."replyId" = p."id" and x."contactId" = ${contactId}::uuid
        where p."accountId" = t."accountId" and p."threadId" = t."id" and p."deletedAt" is null
          and p."number" > greatest(coalesce(r."readNumber", 0), coalesce(r."mailedNumber", 0))
          and p."authorContactId" is distinct from ${contactId}::uuid
          and (s."threadId" is not null or p."createdAt" > m."joinedAt")) n
      where t."accountId" = ${account.id}::uuid and t."groupId" = any (${groups.map(({ id }) => id)}::uuid[])
        and t."lastNumber" > greatest(coalesce(r."readNumber", 0), coalesce(r."mailedNumber", 0))
        and (s."threadId" is not null or t."lastReplyAt" > m."joinedAt") and n."posts" > 0
      order by t."lastReplyAt" desc, t."id" desc limit ${MOST_THREADS}::int`,
  );
  return rows.flatMap((row) => newIn(row, frequency));
}

interface Row {
  readonly id: string;
  readonly title: string;
  readonly groupName: string;
  readonly lastNumber: number;
  readonly level: DiscussionLevel | null;
  readonly frequency: DiscussionFrequency | null;
  readonly joinedAt: Date | null;
  readonly groupLevel: DiscussionLevel | null;
  readonly groupFrequency: DiscussionFrequency | null;
  readonly posts: number;
  readonly mentions: number;
}

/** Whether a thread belongs into this digest is for the same resolver as everything else. */
function newIn(row: Row, frequency: DiscussionFrequency): NewInThread[] {
  const { id, title, groupName, lastNumber, level, groupLevel, groupFrequency, joinedAt } = row;
  const telling = tellingOf({
    thread: level === null || row.frequency === null ? null : { level, frequency: row.frequency },
    group:
      groupLevel === null || groupFrequency === null
        ? null
        : { level: groupLevel, frequency: groupFrequency, joinedAt },
  });
  if (telling.frequency !== frequency || telling.level === "none") return [];
  const count = telling.level === "all" ? row.posts : row.mentions;
  return count === 0 ? [] : [{ id, title, groupName, lastNumber, count }];
}

const MOST_GROUPS = 500;
const MOST_THREADS = 200;
