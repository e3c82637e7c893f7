import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { id } from "@/lib/platform/kernel/ids";
import { searchFilter } from "@/lib/platform/kernel/search-filter";
import { ticketNumber } from "@/lib/platform/kernel/ticket-number";
import type { Context } from "@/lib/platform/operations/operation";
import { openOverdue, todayOf, weekFrom } from "./due";
import { actionStatuses } from "./schema";

export const actionFilters = {
  status: z
    .enum(["open", ...actionStatuses])
    .optional()
    .describe("A status, or `open` for all but complete and closed"),
  due: z
    .enum(["overdue", "week", "none"])
    .optional()
    .describe("Open and overdue, due within seven days, or without a due date"),
  assignee: z
    .union([id, z.literal("me")])
    .optional()
    .describe("A member of the account, or `me`"),
  q: z.string().trim().max(200).optional().describe("Part of the title or details, or an action's number"),
};

type Filters = z.output<z.ZodObject<typeof actionFilters>>;

export function filterOf(context: Context, { status, due, assignee, q }: Filters): Prisma.ActionWhereInput {
  const contactId = assignee === "me" ? context.actor.contactId : assignee;
  return {
    AND: [
      status === undefined ? {} : status === "open" ? { doneOrder: 0 } : { status },
      due === undefined ? {} : dueFilter(due, todayOf(context)),
      // Staff are nobody's assignee.
      contactId === undefined ? {} : contactId === null ? { id: { in: [] } } : { assignments: { some: { contactId } } },
      q ? matching(q) : {},
    ],
  };
}

export const matching = (q: string): Prisma.ActionWhereInput =>
  searchFilter<Prisma.ActionWhereInput>(q, (part, word) => [{ search: part }, ...ticketNumber(word)]);

function dueFilter(due: NonNullable<Filters["due"]>, today: Date): Prisma.ActionWhereInput {
  if (due === "none") return { dueOn: null };
  return due === "overdue" ? openOverdue(today) : { doneOrder: 0, dueOn: { gte: today, lte: weekFrom(today) } };
}
