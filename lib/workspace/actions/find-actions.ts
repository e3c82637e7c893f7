import type { Prisma } from "@/lib/platform/db/generated/client";
import { ticketNumber } from "@/lib/platform/kernel/ticket-number";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_OF_A_KIND, type SearchResult } from "@/lib/platform/operations/search-source";
import { titlesOrLike } from "@/lib/workspace/core/contents-like";
import { type ActionStatus, statusNames } from "./schema";

/** Actions by title, details or number, those that changed last first. */
export async function findActions(context: Context<"account">, q: string): Promise<SearchResult[]> {
  const like = await titlesOrLike<Prisma.ActionWhereInput>(context.db, "action-title", q, {
    compare: (search) => ({ search }),
    also: ticketNumber,
  });
  const found = await context.db.action.findMany({
    where: accessibleWhere(context, "actions.view", like),
    select: { id: true, number: true, title: true, status: true },
    orderBy: [{ changedAt: "desc" }, { id: "desc" }],
    take: MOST_OF_A_KIND,
  });
  return found.map(({ id, number, title, status }) => ({
    kind: t("Actions@@area"),
    title,
    subtitle: `#${number} · ${t(statusNames[status as ActionStatus])}`,
    href: `/a/${context.account.id}/actions/${id}`,
  }));
}
