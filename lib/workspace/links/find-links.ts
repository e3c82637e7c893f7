import type { Prisma } from "@/lib/platform/db/generated/client";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { titlesLike } from "@/lib/workspace/core/contents-like";

/** Links by title, domain or description. They lead to the list: the portal opens no outside page by itself. */
export async function findLinks(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const found = await context.db.link.findMany({
    where: accessibleWhere(
      context,
      "links.search",
      await titlesLike<Prisma.LinkWhereInput>(context.db, "link-title", q, (search) => ({ search })),
    ),
    select: { title: true, domain: true },
    orderBy: [{ titleSearch: "asc" }, { id: "asc" }],
    take: MOST_OF_A_KIND,
  });
  return found.map(({ title, domain }) => ({
    kind: t("Links"),
    title,
    subtitle: domain,
    href: `/a/${context.account.id}/links?q=${encodeURIComponent(title)}`,
  }));
}
