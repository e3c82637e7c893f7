import type { DiscussionFrequency, DiscussionLevel } from "@/lib/platform/db/generated/client";
import { sql } from "@/lib/platform/db/sql";
import type { Telling } from "./schema";

interface Choice {
  readonly level: DiscussionLevel;
  readonly frequency: DiscussionFrequency;
}

/** What one person has chosen for one thread, and for its group if they are in it. */
export interface Choices {
  readonly thread: Choice | null;
  readonly group: (Choice & { readonly joinedAt: Date | null }) | null;
}

/**
 * How one person is told of one thread: what they chose for the thread, else what they chose for the group they have joined,
 * else of posts that mention them. Bell, mail and what the page says use it, and the digest its SQL below.
 */
export function tellingOf({ thread, group }: Choices): Telling {
  if (thread !== null) return { level: thread.level, frequency: thread.frequency, because: "thread" };
  if (group !== null && group.joinedAt !== null) {
    return { level: group.level, frequency: group.frequency, because: "group" };
  }
  return { level: "mentions", frequency: "atOnce", because: "mention" };
}

/** The same in SQL, of a row `s` of "ThreadSubscription" and a row `m` of "DiscussionMember", either of which may be missing. */
export const tellingSql = {
  level: sql`coalesce(s."level", case when m."joinedAt" is not null then m."level" end, 'mentions')`,
  frequency: sql`coalesce(s."frequency", case when m."joinedAt" is not null then m."frequency" end, 'atOnce')`,
};

/** Whether it covers a post. */
export const isTold = ({ level }: Telling, post: { readonly mentioned: boolean }): boolean =>
  level === "all" || (level === "mentions" && post.mentioned);
