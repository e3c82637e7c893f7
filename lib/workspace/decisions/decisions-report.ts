import type { Prisma } from "@/lib/platform/db/generated/client";
import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { ReportPart, ReportSection } from "@/lib/platform/operations/report-part";
import { resultSheet } from "./result-schema";

const ROUNDS = 20;
const outcomeOf = resultSheet.pick({ outcome: true });

/** Decisions by state as the viewer's list has them, and the turnout of those whose result they may read. */
export const decisionsReport: ReportPart = {
  name: "decisions",
  title: msg("Decisions"),
  permission: "decisions.search",
  load: async (context) => {
    const count = (extra: Prisma.DecisionWhereInput) =>
      context.db.decision.count({ where: accessibleWhere(context, "decisions.search", extra) });
    const now = context.realNow;
    const [draft, open, past, published, withdrawn, all, readable, turnout] = await Promise.all([
      count({ status: "draft" }),
      count({ status: "open", voteBy: { gt: now } }),
      count({ status: "open", voteBy: { lte: now } }),
      count({ status: "closed" }),
      count({ status: "withdrawn" }),
      count({}),
      context.db.decision.count({ where: accessibleWhere(context, "decisions.proposals.view") }),
      turnoutTable(context),
    ]);
    return {
      figures: [
        { label: t("Open for votes"), value: open },
        { label: t("Deadline passed, result not published yet"), value: past },
      ],
      tables: [
        {
          caption: t("By state"),
          columns: [
            { header: t("State"), type: "text" },
            { header: t("Decisions"), type: "number" },
          ],
          rows: [
            [t("Draft@@decision"), draft],
            [t("Open for votes"), open],
            [t("Closed@@decision"), past + published],
            [t("Withdrawn@@decision"), withdrawn],
          ],
        },
        turnout,
      ],
      unseen:
        all === readable
          ? t("All decisions of your list are counted.")
          : t(
              "All decisions of your list are counted. Turnout leaves out the {count, plural, one {one} other {#}} that you aren't invited to or are recused from.",
              { count: all - readable },
            ),
    };
  },
};

async function turnoutTable(context: Context<"account">): Promise<ReportSection["tables"][number]> {
  const rounds = await context.db.decisionRound.findMany({
    where: {
      accountId: context.account.id,
      closedAt: { not: null },
      decision: { is: accessibleWhere(context, "decisions.proposals.view") },
    },
    select: { number: true, sheet: true, decision: { select: { number: true, title: true } } },
    orderBy: [{ closedAt: "desc" }, { decisionId: "asc" }, { number: "desc" }],
    take: ROUNDS,
  });
  return {
    caption: t("Turnout, the 20 latest results"),
    columns: [
      { header: t("Decision"), type: "text" },
      { header: t("Round"), type: "number" },
      { header: t("Could vote"), type: "number" },
      { header: t("Voted"), type: "number" },
      { header: t("Turnout"), type: "text" },
    ],
    rows: rounds.flatMap(({ number, sheet, decision }) => {
      const read = outcomeOf.safeParse(sheet);
      if (!read.success) return [];
      const { eligible, voted } = read.data.outcome;
      const share = eligible === 0 ? "–" : `${Math.round((voted / eligible) * 100)} %`;
      return [[`#${decision.number} ${decision.title}`, number, eligible, voted, share]];
    }),
  };
}
