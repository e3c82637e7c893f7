import type { Prisma } from "@/lib/platform/db/generated/client";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { titlesLike } from "@/lib/workspace/core/contents-like";
import { visibleGroups } from "./visible-groups";

/** Discussion groups by name, and threads by title, newest first. */
export async function findDiscussions(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const { db, account } = context;
  const visible = visibleGroups(context);
  const base = `/a/${account.id}/discussions`;
  const titled = await titlesLike<Prisma.DiscussionThreadWhereInput>(db, "thread-title", q, (titleSearch) => ({
    titleSearch,
  }));
  const named = await titlesLike<Prisma.DiscussionGroupWhereInput>(db, "group-name", q, (nameSearch) => ({
    nameSearch,
  }));
  const [groups, threads] = await Promise.all([
    db.discussionGroup.findMany({
      where: { AND: [visible, named] },
      select: { id: true, name: true, isPrivate: true },
      orderBy: [{ nameSearch: "asc" }, { id: "asc" }],
      take: MOST_OF_A_KIND,
    }),
    db.discussionThread.findMany({
      where: { AND: [{ group: { is: visible } }, titled] },
      select: { id: true, title: true, group: { select: { name: true } } },
      orderBy: [{ lastReplyAt: "desc" }, { id: "desc" }],
      take: MOST_OF_A_KIND,
    }),
  ]);
  return [
    ...groups.map(({ id, name, isPrivate }) => ({
      kind: t("Discussion groups"),
      title: name,
      subtitle: isPrivate ? t("Private group") : t("Public group"),
      href: `${base}/${id}`,
    })),
    ...threads.map(({ id, title, group }) => ({
      kind: t("Threads"),
      title,
      subtitle: group.name,
      href: `${base}/threads/${id}`,
    })),
  ];
}
