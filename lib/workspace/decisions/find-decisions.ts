import type { Prisma } from "@/lib/platform/db/generated/client";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { decisionColumns } from "./decision-record";
import { presentOutline } from "./present-outline";
import { titledLike } from "./titled-like";

/** Decisions by title or number, newest first. */
export async function findDecisions(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const found = await context.db.decision.findMany({
    where: accessibleWhere<"decisions.search", Prisma.DecisionWhereInput>(
      context,
      "decisions.search",
      await titledLike(context, q),
    ),
    select: decisionColumns,
    orderBy: [{ number: "desc" }, { id: "desc" }],
    take: MOST_OF_A_KIND,
  });
  return found
    .map((decision) => presentOutline(context, decision))
    .map(({ id, number, title, state }) => ({
      kind: t("Decisions"),
      title: title ?? t("Decision {number}", { number }),
      subtitle: t("{number} · {state, select, draft {draft} open {open for votes} closed {closed} other {withdrawn}}", {
        number: String(number),
        state,
      }),
      href: `/a/${context.account.id}/decisions/${id}`,
    }));
}
