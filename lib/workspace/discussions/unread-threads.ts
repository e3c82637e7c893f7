import { sql } from "@/lib/platform/db/sql";
import { UNREAD_AMONG } from "./schema";

/**
 * The threads of a group with posts since its member `own` joined that they haven't read, in SQL: a subquery over a row of
 * "DiscussionMember". Whether they still see the group is for the caller to ask.
 */
export const unreadThreads = sql`(
  select n."id", n."title", n."lastReplyAt" from (
    select t."id", t."title", t."lastReplyAt", t."lastNumber" from "DiscussionThread" t
    where t."accountId" = own."accountId" and t."groupId" = own."groupId" and t."lastReplyAt" > own."joinedAt"
    order by t."lastReplyAt" desc, t."id" desc limit ${UNREAD_AMONG}::int
  ) n where n."lastNumber" > coalesce((
    select r."readNumber" from "DiscussionReading" r
    where r."accountId" = own."accountId" and r."threadId" = n."id" and r."contactId" = own."contactId"
  ), 0)
)`;
