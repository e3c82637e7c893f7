import type { Prisma } from "@/lib/platform/db/generated/client";
import { excerptOf } from "@/lib/platform/kernel/excerpt";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { contentsLike, textWords } from "@/lib/workspace/core/contents-like";

/** Decisions by their text, newest first: only those whose text the viewer may read. */
export async function findDecisionTexts(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const words = textWords(q);
  if (words === null) return [];
  const found = await context.db.decision.findMany({
    where: accessibleWhere<"decisions.proposals.view", Prisma.DecisionWhereInput>(
      context,
      "decisions.proposals.view",
      await contentsLike(context.db, "decision", words, (textSearch) => ({ textSearch })),
    ),
    select: { id: true, number: true, title: true, purpose: true, background: true, recommendation: true },
    orderBy: [{ number: "desc" }, { id: "desc" }],
    take: MOST_OF_A_KIND,
  });
  return found.map(({ id, title, purpose, background, recommendation }) => ({
    kind: t("Text of decisions"),
    title,
    subtitle: excerptOf([purpose, background, recommendation].join("\n"), words) ?? "",
    href: `/a/${context.account.id}/decisions/${id}`,
  }));
}
