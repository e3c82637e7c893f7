import type { Prisma } from "@/lib/platform/db/generated/client";
import { ticketNumber } from "@/lib/platform/kernel/ticket-number";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { titlesOrLike } from "@/lib/workspace/core/contents-like";

/** Decisions by number, or by a title that the viewer may see: nobody finds out by searching what others are called. */
export const titledLike = (context: Context, q: string): Promise<Prisma.DecisionWhereInput> =>
  titlesOrLike<Prisma.DecisionWhereInput>(context.db, "decision-title", q, {
    compare: (titleSearch) => ({ titleSearch }),
    titled: (where) =>
      accessibleWhere<"decisions.titles.view", Prisma.DecisionWhereInput>(context, "decisions.titles.view", where),
    also: ticketNumber,
  });
