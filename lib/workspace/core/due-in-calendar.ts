import { startOfDay } from "@/lib/platform/kernel/dates";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import { aheadThenBack, MOST_ON_EACH_SIDE } from "./ahead-then-back";

/** Something due, as a calendar program shows it: on a day, or at a time. */
export interface DueEntry {
  readonly id: string;
  readonly kind: "actions" | "decisions";
  readonly title: string;
  readonly at: Date;
  readonly allDay: boolean;
  readonly sequence: number;
  readonly changedAt: Date;
}

/**
 * Open actions with a due date and open votes, through the same filters and with the same titles as in the calendar view. The
 * operation declares `alsoChecks: ["actions.view", "decisions.search", "decisions.titles.view"]`.
 */
export async function dueInCalendar(context: Context<"account">, from: Date): Promise<DueEntry[]> {
  const [actions, votes] = await Promise.all([dueActions(context, from), openVotes(context)]);
  return [...actions, ...votes];
}

async function dueActions(context: Context<"account">, from: Date): Promise<DueEntry[]> {
  const found = await aheadThenBack(startOfDay(context.realNow), from, (dueOn, order) =>
    context.db.action.findMany({
      where: accessibleWhere(context, "actions.view", { doneOrder: 0, dueOn }),
      select: { id: true, number: true, title: true, dueOn: true, version: true, changedAt: true },
      orderBy: [{ dueOn: order }, { id: order }],
      take: MOST_ON_EACH_SIDE,
    }),
  );
  return found.flatMap(({ id, number, title, dueOn, version, changedAt }) =>
    dueOn === null
      ? []
      : [
          {
            ...{ id, kind: "actions" as const, at: dueOn, allDay: true, sequence: version, changedAt },
            title: t("Due: #{number} {title}", { number: String(number), title }),
          },
        ],
  );
}

async function openVotes(context: Context<"account">): Promise<DueEntry[]> {
  const found = await context.db.decision.findMany({
    where: accessibleWhere(context, "decisions.search", { status: "open" as const, voteBy: { gt: context.realNow } }),
    select: {
      ...{ id: true, accountId: true, number: true, title: true, voteBy: true, version: true, createdAt: true },
      ...{ chairContactId: true, recusals: { select: { contactId: true } } },
      invitations: { select: { contactId: true, mayVote: true } },
    },
    orderBy: [{ voteBy: "asc" }, { id: "asc" }],
    take: MOST_ON_EACH_SIDE,
  });
  return found.map((decision) => {
    const { id, number, voteBy: at, version: sequence, createdAt: changedAt } = decision;
    const named = can(context.viewer, "decisions.titles.view", decision)
      ? decision.title
      : t("Decision {number}", { number: String(number) });
    const title = t("Vote by: {title}", { title: named });
    return { id, kind: "decisions" as const, title, at, allDay: false, sequence, changedAt };
  });
}
