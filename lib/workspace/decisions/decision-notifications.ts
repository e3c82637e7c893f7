import { msg } from "@/lib/platform/language/msg";
import { t } from "@/lib/platform/language/t";
import type { NotificationKind, NotificationRow } from "@/lib/platform/operations/notification-kind";
import { seenWithRecord } from "@/lib/platform/operations/seen-with-record";

const seen = seenWithRecord("decision", "decisions.proposals.view");
const pathOf = ({ decision }: NotificationRow): string => `/decisions/${decision?.id}`;
const numberOf = ({ decision }: NotificationRow) => ({ number: String(decision?.number ?? "") });
const why = msg("You are invited to this decision.");

/** Votes that are open, reminders, and deadlines that were extended. */
export const votesToCast: NotificationKind = {
  kind: "decision-vote",
  notice: "notices.workspace.receive",
  ...seen,
  present: (row) => ({
    title: t("Decision {number} is waiting for your vote", numberOf(row)),
    detail: "",
    path: pathOf(row),
  }),
  why,
};

export const decisionResults: NotificationKind = {
  kind: "decision-result",
  notice: "notices.workspace.receive",
  ...seen,
  present: (row) => ({
    title: t("The vote on decision {number} is over", numberOf(row)),
    detail: "",
    path: pathOf(row),
  }),
  why,
};

export const decisionComments: NotificationKind = {
  kind: "decision-comment",
  notice: "notices.workspace.receive",
  ...seen,
  present: (row) => ({
    title: t("{count, plural, one {New comment} other {# new comments}} on decision {number}", {
      ...numberOf(row),
      count: row.times,
    }),
    detail: "",
    path: `${pathOf(row)}#comments`,
  }),
  why,
};
