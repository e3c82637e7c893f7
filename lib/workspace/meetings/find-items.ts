import { queryRows } from "@/lib/platform/db/query-rows";
import { raw, type Sql, sql } from "@/lib/platform/db/sql";
import { excerptOf } from "@/lib/platform/kernel/excerpt";
import { t } from "@/lib/platform/language/t";
import { accessibleSql } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { patternsOf, textWords, wordsFound } from "@/lib/workspace/core/contents-like";
import { readableSql, readsConfidentialSql } from "@/lib/workspace/core/readable-items";
import { readingSql } from "./reading";

/** So that a word that stands in every agenda, and in none that the viewer reads, ends as well. */
const MOST_MEETINGS = 1_000;

interface Found {
  readonly id: string;
  readonly title: string;
  readonly text: string;
}

/**
 * Meetings by what stands in their agenda and minutes, latest first, as far as the viewer reads either. The items are found by
 * index, and each is compared once more as the meeting's page would show it.
 */
export async function findItems(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const words = textWords(q);
  if (words === null) return [];
  const ids = await wordsFound(context.db, "item", words);
  if (ids?.length === 0) return [];
  const patterns = patternsOf(words);
  const hit: Hit =
    ids === null
      ? { item: sql`i."textSearch" like all(${patterns}::text[])`, meeting: sql`true` }
      : {
          item: sql`i."id" = any(${ids}::uuid[])`,
          meeting: sql`m."id" in (select "meetingId" from "MeetingItem" where "id" = any(${ids}::uuid[]))`,
        };
  const found = await queryRows<Found>(
    context.db,
    sql`select m."id", m."title", shown."text" from (${latestWith(context, hit)}) m cross join lateral (
        select "text" from (${shownTexts(context, hit)}) item
        where portcullis_search_text("text") like all(${patterns}::text[]) order by "position", "id" limit 1) shown
      order by m."startsAt" desc, m."id" desc limit ${MOST_OF_A_KIND}::int`,
  );
  return found.map(({ id, title, text }) => ({
    kind: t("Agendas and minutes"),
    title,
    subtitle: excerptOf(text, words) ?? "",
    href: `/a/${context.account.id}/meetings/${id}`,
  }));
}

/** What was found, as conditions on an item `i` and on a meeting `m`. */
interface Hit {
  readonly item: Sql;
  readonly meeting: Sql;
}

const latestWith = (context: Context<"account">, hit: Hit): Sql => sql`select m.* from "Meeting" m
  where ${accessibleSql(context, "meetings.view", "m")} and ${hit.meeting}
  order by m."startsAt" desc, m."id" desc limit ${MOST_MEETINGS}::int`;

/** Of the items of a meeting `m`, what its page shows to the viewer: the agenda as it is, or was published, and the minutes. */
function shownTexts(context: Context<"account">, hit: Hit): Sql {
  const { live, minutes } = readingSql(context);
  const ofMeeting = (table: "i" | "r" | "later") =>
    sql`${raw(`${table}."accountId"`)} = ${context.account.id}::uuid and ${raw(`${table}."meetingId" = m."id"`)}`;
  return sql`select i."position", i."id", concat_ws(E'\n',
      case when reads."live" then concat_ws(E'\n', i."title", i."notes")
        when not published."confidential" or ${readsConfidentialSql(context)} then concat_ws(E'\n', published."title", published."notes") end,
      case when reads."minutes" and i."minutes" <> '' then concat_ws(E'\n', i."title", i."minutes") end) as "text"
    from "MeetingItem" i
    cross join lateral (select ${live} as "live", ${minutes} as "minutes") reads
    left join lateral (
      select one->>'title' as "title", one->>'notes' as "notes", (one->>'confidential')::boolean as "confidential"
      from "MeetingRevision" r cross join lateral jsonb_array_elements(r."content"->'items') one
      where ${ofMeeting("r")} and one->>'id' = i."id"::text
        and not exists (select from "MeetingRevision" later where ${ofMeeting("later")} and later."number" > r."number")
      limit 1) published on not reads."live"
    where ${ofMeeting("i")} and ${hit.item} and ${readableSql(context)}`;
}
