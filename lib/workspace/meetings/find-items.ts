import type { Prisma } from "@/lib/platform/db/generated/client";
import { excerptOf } from "@/lib/platform/kernel/excerpt";
import { searchText } from "@/lib/platform/kernel/search-text";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { can } from "@/lib/policy/evaluate";
import { contentsLike, textWords } from "@/lib/workspace/core/contents-like";
import { allowedFeatures } from "@/lib/workspace/core/meeting-features";
import { type MeetingRow, meetingColumns } from "@/lib/workspace/core/meeting-record";
import { type ItemRow, itemColumns } from "@/lib/workspace/core/read-items";
import { itemReader } from "@/lib/workspace/core/readable-items";
import { publishedAgenda } from "./agenda/published-agenda";

/** Meetings are looked at in batches, each text as its page would show it, until enough is found. */
const AT_ONCE = 12;
/** So that a word that stands in every agenda, and in none that the viewer reads, ends as well. */
const MOST_MEETINGS = 60;
const MOST_ITEMS = 100;

/** Meetings by what stands in their agenda and minutes, latest first, as far as the viewer reads either. */
export async function findItems(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const words = textWords(q);
  if (words === null) return [];
  const like = await contentsLike(context.db, "item", words, (textSearch) => ({ textSearch }));
  const results: SearchResult[] = [];
  for (let skip = 0; skip < MOST_MEETINGS && results.length < MOST_OF_A_KIND; skip += AT_ONCE) {
    const meetings = await meetingsWith(context, like, skip);
    results.push(...(await shownIn(context, meetings, { like, words })));
    if (meetings.length < AT_ONCE) break;
  }
  return results.slice(0, MOST_OF_A_KIND);
}

type Like = Awaited<ReturnType<typeof contentsLike<Prisma.MeetingItemWhereInput>>>;

const meetingsWith = (context: Context<"account">, like: Like, skip: number): Promise<MeetingRow[]> =>
  context.db.meeting.findMany({
    where: accessibleWhere(context, "meetings.view", {
      items: { some: { AND: [{ accountId: context.account.id }, like] } },
    }),
    select: meetingColumns,
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    ...{ skip, take: AT_ONCE },
  });

async function shownIn(
  context: Context<"account">,
  meetings: readonly MeetingRow[],
  { like, words }: { readonly like: Like; readonly words: readonly string[] },
): Promise<SearchResult[]> {
  const { db, account } = context;
  const items = await db.meetingItem.findMany({
    where: { AND: [{ accountId: account.id, meetingId: { in: meetings.map(({ id }) => id) } }, like] },
    select: { ...itemColumns, meetingId: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: AT_ONCE * MOST_ITEMS,
  });
  const results: SearchResult[] = [];
  for (const meeting of meetings) {
    if (results.length === MOST_OF_A_KIND) break;
    const own = items.filter(({ meetingId }) => meetingId === meeting.id);
    const text = await shownText(context, meeting, own, words);
    if (text === null) continue;
    const href = `/a/${account.id}/meetings/${meeting.id}`;
    const subtitle = excerptOf(text, words) ?? "";
    results.push({ kind: t("Agendas and minutes"), title: meeting.title, subtitle, href });
  }
  return results;
}

/** The first text with all the words that the meeting's page shows to the viewer. */
async function shownText(
  context: Context<"account">,
  meeting: MeetingRow,
  items: readonly ItemRow[],
  words: readonly string[],
): Promise<string | null> {
  const sees = itemReader(context, meeting);
  const features = await allowedFeatures(context, meeting);
  const live = can(context.viewer, "meetings.control", meeting) || features.has("takeMinutes");
  const readsMinutes = meeting.minutesStatus !== "open" || live || features.has("seeDraftMinutes");
  const published = live ? null : await publishedAgenda(context, meeting);
  const matches = (text: string) => words.every((word) => searchText(text).includes(word));
  for (const item of items.filter(sees)) {
    const shown = live ? item : published?.items.find(({ id, hidden }) => id === item.id && !hidden);
    const agenda = shown ? [shown.title, shown.notes] : [];
    const minutes = readsMinutes && item.minutes !== "" ? [item.title, item.minutes] : [];
    const text = [...agenda, ...minutes].join("\n");
    if (matches(text)) return text;
  }
  return null;
}
