import type { z } from "zod";
import { visitReasonNames } from "@/lib/accounts/core/schema";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { t } from "@/lib/platform/language/t";
import type { VisitReason } from "@/lib/policy/staff-visit";
import type { visitItem } from "./schema";

export const visitColumns = {
  id: true,
  personId: true,
  staffName: true,
  reason: true,
  ticket: { select: { id: true, number: true, subject: true } },
  note: true,
  startedAt: true,
  hours: true,
  endsAt: true,
  endedAt: true,
  endedBy: true,
  endedByName: true,
  approval: true,
  needsApproval: true,
  emergency: true,
  answeredByName: true,
} as const satisfies Prisma.StaffVisitSelect;

export type VisitRow = Prisma.StaffVisitGetPayload<{ select: typeof visitColumns }>;

export function presentVisit(row: VisitRow, now: Date): z.input<typeof visitItem> {
  const { id, staffName, ticket, note, emergency, startedAt, hours, approval } = row;
  const reason = row.reason as VisitReason;
  const ended = row.endedAt ?? (row.endsAt <= now ? row.endsAt : null);
  const state = ended !== null ? "over" : approval === "waiting" ? "waiting" : "open";
  return {
    ...{ id, staffName, reason, reasonName: t(visitReasonNames[reason]), ticket, note, state, emergency, hours },
    approved: approval === "approved",
    startedAt: iso(startedAt),
    endsAt: iso(ended !== null && ended < row.endsAt ? ended : row.endsAt),
    outcome: outcomeOf(row, state),
  };
}

function outcomeOf({ approval, answeredByName, endedBy, endedByName }: VisitRow, state: string): string {
  const name = endedByName ?? "";
  if (state === "waiting") return t("Waiting for an answer");
  if (state === "open")
    return answeredByName === null ? t("Open@@access") : t("Approved by {name}", { name: answeredByName });
  if (approval === "refused") return t("Refused by {name}", { name: answeredByName ?? "" });
  if (approval === "waiting") return endedBy === "staff" ? t("Withdrawn") : t("Not answered in time");
  if (endedBy === "owner") return t("Ended by {name}", { name });
  if (endedBy === "staff") return t("Given back");
  if (endedBy === "team") return t("Ended, because they left our team");
  return endedBy === "replaced" ? t("Replaced by the next one") : t("Time was up");
}
