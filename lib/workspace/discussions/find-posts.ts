import { excerptOf } from "@/lib/platform/kernel/excerpt";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { contentsLike, textWords } from "@/lib/workspace/core/contents-like";
import { visibleGroups } from "./visible-groups";

/** Posts by what is written in them now and the names of their files, newest first, in groups that the viewer sees. */
export async function findPosts(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const words = textWords(q);
  if (words === null) return [];
  const { db, account } = context;
  const found = await db.discussionReply.findMany({
    where: {
      AND: [
        { accountId: account.id, deletedAt: null, thread: { is: { group: { is: visibleGroups(context) } } } },
        await contentsLike(db, "post", words, (part) => ({
          OR: [{ bodySearch: part }, { attachments: { some: { nameSearch: part } } }],
        })),
      ],
    },
    select: {
      ...{ number: true, authorName: true, body: true, thread: { select: { id: true, title: true } } },
      attachments: { select: { file: { select: { name: true } } }, orderBy: { position: "asc" } },
    },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    take: MOST_OF_A_KIND,
  });
  return found.map(({ authorName, body, attachments, thread }) => ({
    kind: t("Posts"),
    title: thread.title,
    subtitle: [authorName, excerptOf([body, ...attachments.map(({ file }) => file.name)].join("\n"), words)]
      .filter(Boolean)
      .join(": "),
    href: `/a/${account.id}/discussions/threads/${thread.id}`,
  }));
}
