import type { Prisma } from "@/lib/platform/db/generated/client";
import { searchFilter } from "@/lib/platform/kernel/search-filter";
import { ticketNumber } from "@/lib/platform/kernel/ticket-number";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";

/** Decisions by number, or by a title that the viewer may see: nobody finds out by searching what others are called. */
export const titledLike = (context: Context, q: string): Prisma.DecisionWhereInput =>
  searchFilter<Prisma.DecisionWhereInput>(q, (part, word) => [
    accessibleWhere<"decisions.titles.view", Prisma.DecisionWhereInput>(context, "decisions.titles.view", {
      titleSearch: part,
    }),
    ...ticketNumber(word),
  ]);
