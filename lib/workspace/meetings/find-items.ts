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

/** Meetings in which something was found, of which each text is looked at as its page would show it. */
const MOST_MEETINGS = 12;
const MOST_ITEMS = 100;

/** Meetings by what stands in their agenda and minutes, latest first, as far as the viewer reads either. */
export async function findItems(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const words = textWords(q);
  if (words === null) return [];
  const { db, account } = context;
  const like = await contentsLike(db, "item", words, (textSearch) => ({ textSearch }));
  const meetings = await db.meeting.findMany({
    where: accessibleWhere(context, "meetings.view", { items: { some: { AND: [{ accountId: account.id }, like] } } }),
    select: meetingColumns,
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: MOST_MEETINGS,
  });
  const items = await db.meetingItem.findMany({
    where: { AND: [{ accountId: account.id, meetingId: { in: meetings.map(({ id }) => id) } }, like] },
    select: { ...itemColumns, meetingId: true },
    orderBy: [{ position: "asc" }, { id: "asc" }],
    take: MOST_ITEMS,
  });
  const results: SearchResult[] = [];
  for (const meeting of meetings) {
    if (results.length === MOST_OF_A_KIND) break;
    const own = items.filter(({ meetingId }) => meetingId === meeting.id);
    const text = await shownText(context, meeting, own, words);
    if (text === null) continue;
    const href = `/a/${account.id}/meetings/${meeting.id}`;
    results.push({
      kind: t("Agendas and minutes"),
      title: meeting.title,
      subtitle: excerptOf(text, words) ?? "",
      href,
    });
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
