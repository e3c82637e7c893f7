import type { Prisma } from "@/lib/platform/db/generated/client";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { inBatches } from "@/lib/platform/kernel/in-batches";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { inBackground } from "@/lib/platform/rendering/background";
import { filterOf } from "./action-filter";
import { actionColumns } from "./action-record";
import { isOverdue, todayOf } from "./due";
import { type ActionStatus, statusNames } from "./schema";
import { recusedFrom, seesWhoeverIsAssigned } from "./sees-all";

type Filters = Parameters<typeof filterOf>[1];

/** The list as its filters have it: the same rows as on the page. */
export const listedWhere = (context: Context, filters: Filters): Prisma.ActionWhereInput =>
  accessibleWhere(context, "actions.view", filterOf(context, filters));

export const countListed = (context: Context<"account">, filters: Filters, most: number): Promise<number> =>
  context.db.action.count({ where: listedWhere(context, filters), orderBy: { number: "asc" }, take: most });

/** The listed actions by number, in batches. */
export async function* listedActions(context: Context<"account">, filters: Filters) {
  const where = listedWhere(context, filters);
  const today = todayOf(context);
  const found = inBatches({ by: "number", direction: "asc" }, ({ beyond, take }) =>
    context.db.action.findMany({
      where: { AND: [where, beyond] },
      select: actionColumns,
      orderBy: [{ number: "asc" }, { id: "asc" }],
      take,
    }),
  );
  // Whoever sees all of them can lose one only by a recusal.
  const file = (await seesAll(context)) ? undefined : inBackground();
  for await (const actions of found) {
    file?.contains(actions.map(({ id }) => id));
    yield actions.map((action) => ({
      number: action.number,
      title: action.title,
      details: action.details,
      status: t(statusNames[action.status as ActionStatus]),
      dueOn: action.dueOn === null ? null : dayOf(action.dueOn),
      overdue: isOverdue(action, today),
      assignees: action.assignments.map(({ contact }) => contact.name),
      createdByName: action.createdByName,
      createdAt: action.createdAt,
      changedAt: action.changedAt,
    }));
  }
}

/** Every action, whoever is assigned, and recused from none. */
async function seesAll(context: Context<"account">): Promise<boolean> {
  return seesWhoeverIsAssigned(context.viewer) && (await recusedFrom(context)) === 0;
}

/** How many are asked about in one statement. */
const AT_ONCE = 5_000;

/** Whether the viewer may still see each of the actions in a prepared file: one they were taken off is no longer theirs. */
export async function mayStillSee(context: Context<"account">, contents: readonly string[]): Promise<boolean> {
  if (contents.length === 0 && seesWhoeverIsAssigned(context.viewer)) return seesAll(context);
  for (let from = 0; from < contents.length; from += AT_ONCE) {
    const id = { in: contents.slice(from, from + AT_ONCE) };
    const seen = await context.db.action.count({ where: accessibleWhere(context, "actions.view", { id }) });
    if (seen < id.in.length) return false;
  }
  return true;
}
