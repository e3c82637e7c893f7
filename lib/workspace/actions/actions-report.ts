import { addDays } from "@/lib/platform/kernel/dates";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportPart, ReportSection } from "@/lib/platform/operations/report-part";
import { openOverdue, todayOf } from "./due";
import { actionStatuses, statusNames } from "./schema";
import { recusedFrom, seesWhoeverIsAssigned } from "./sees-all";

const PEOPLE = 20;
const RECENT_DAYS = 30;

/** Actions by status and by person, and how many are overdue: of those that the viewer sees. */
export const actionsReport: ReportPart = {
  name: "actions",
  title: msg("Actions@@area"),
  permission: "actions.view",
  load: async (context) => {
    const [figures, byStatus, byPerson, recused] = await Promise.all([
      figuresOf(context),
      tableByStatus(context),
      tableByPerson(context),
      recusedFrom(context),
    ]);
    return {
      figures,
      tables: [byStatus, byPerson],
      unseen: [
        seesWhoeverIsAssigned(context.viewer)
          ? t("All actions of the account are counted. Private notes are in no report.")
          : t("Only actions that are assigned to you are counted."),
        recused === 0
          ? ""
          : t(
              "{count, plural, one {# action is} other {# actions are}} left out because you are recused from the agenda item.",
              {
                count: recused,
              },
            ),
      ]
        .filter(Boolean)
        .join(" "),
    };
  },
};

async function figuresOf(context: Context<"account">): Promise<ReportSection["figures"]> {
  const { db, realNow } = context;
  const count = (extra: object) => db.action.count({ where: accessibleWhere(context, "actions.view", extra) });
  const [open, overdue, nobody, done] = await Promise.all([
    count({ doneOrder: 0 }),
    count(openOverdue(todayOf(context))),
    count({ doneOrder: 0, assignments: { none: {} } }),
    count({ doneOrder: 1, changedAt: { gte: addDays(realNow, -RECENT_DAYS) } }),
  ]);
  return [
    { label: t("To do"), value: open },
    { label: t("Overdue"), value: overdue },
    { label: t("Nobody assigned"), value: nobody },
    { label: t("Completed or closed in 30 days"), value: done },
  ];
}

async function tableByStatus(context: Context<"account">): Promise<ReportSection["tables"][number]> {
  const { db } = context;
  const counted = (extra: object) =>
    db.action.groupBy({ by: ["status"], where: accessibleWhere(context, "actions.view", extra), _count: true });
  const [all, late] = await Promise.all([counted({}), counted(openOverdue(todayOf(context)))]);
  const of = (groups: typeof all, status: string) => groups.find((group) => group.status === status)?._count ?? 0;
  return {
    caption: t("By status"),
    columns: [
      { header: t("Status"), type: "text" },
      { header: t("Actions@@area"), type: "number" },
      { header: t("Overdue"), type: "number" },
    ],
    rows: actionStatuses.map((status) => [t(statusNames[status]), of(all, status), of(late, status)]),
  };
}

async function tableByPerson(context: Context<"account">): Promise<ReportSection["tables"][number]> {
  const { db, account } = context;
  const parts = (extra: object) =>
    db.actionAssignment.groupBy({
      by: ["contactId"],
      where: {
        accountId: account.id,
        status: { not: "complete" },
        action: { is: accessibleWhere(context, "actions.view", { doneOrder: 0, ...extra }) },
      },
      _count: true,
      orderBy: [{ _count: { contactId: "desc" } }, { contactId: "asc" }],
      take: PEOPLE,
    });
  const [open, late] = [await parts({}), await parts(openOverdue(todayOf(context)))];
  const names = await db.contact.findMany({
    where: { accountId: account.id, id: { in: open.map(({ contactId }) => contactId) } },
    select: { id: true, name: true },
  });
  return {
    caption: t("By person, the 20 with most to do"),
    columns: [
      { header: t("Assignee"), type: "text" },
      { header: t("To do"), type: "number" },
      { header: t("Overdue"), type: "number" },
    ],
    rows: open.map(({ contactId, _count }) => [
      names.find(({ id }) => id === contactId)?.name ?? "–",
      _count,
      late.find((one) => one.contactId === contactId)?._count ?? 0,
    ]),
  };
}
