import type { Prisma } from "@/lib/platform/db/generated/client";
import { formatDateTime } from "@/lib/platform/kernel/format-date-time";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { titlesLike } from "@/lib/workspace/core/contents-like";

/** Meetings by title, latest first. */
export async function findMeetings(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const found = await context.db.meeting.findMany({
    where: accessibleWhere(
      context,
      "meetings.view",
      await titlesLike<Prisma.MeetingWhereInput>(context.db, "meeting-title", q, (titleSearch) => ({ titleSearch })),
    ),
    select: { id: true, title: true, startsAt: true },
    orderBy: [{ startsAt: "desc" }, { id: "desc" }],
    take: MOST_OF_A_KIND,
  });
  return found.map(({ id, title, startsAt }) => ({
    kind: t("Meetings"),
    title,
    subtitle: formatDateTime(startsAt, "dateTime", context.actor),
    href: `/a/${context.account.id}/meetings/${id}`,
  }));
}
