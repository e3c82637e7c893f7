import type { z } from "zod";
import { deskReasonName, visitReasonNames } from "@/lib/accounts/core/schema";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { t, translated } from "@/lib/platform/language/t";
import type { VisitReason } from "@/lib/policy/staff-visit";
import type { readItem } from "./schema";

export const readColumns = {
  id: true,
  personId: true,
  staffName: true,
  operation: true,
  activity: true,
  changes: true,
  recordType: true,
  recordId: true,
  recordName: true,
  asName: true,
  firstAt: true,
  lastAt: true,
  times: true,
  visit: { select: { reason: true, note: true, ticketId: true, ticketNumber: true } },
} as const satisfies Prisma.StaffReadSelect;

type Row = Prisma.StaffReadGetPayload<{ select: typeof readColumns }>;

export function presentRead(row: Row): z.input<typeof readItem> {
  const { id, personId, staffName, operation, activity, changes, recordType, recordId, recordName, visit } = row;
  return {
    ...{ id, operation, changes, asName: row.asName, times: row.times },
    staff: { id: personId, name: staffName },
    what: capitalised(translated(activity)),
    record: recordType !== null && recordId !== null ? { type: recordType, id: recordId, name: recordName } : null,
    reason: t(visit === null ? deskReasonName : visitReasonNames[visit.reason as VisitReason]),
    ticket: ticketOf(visit),
    note: visit?.note ?? null,
    firstAt: iso(row.firstAt),
    lastAt: iso(row.lastAt),
  };
}

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

const ticketOf = (visit: Row["visit"]) =>
  visit === null || visit.ticketId === null || visit.ticketNumber === null
    ? null
    : { id: visit.ticketId, number: visit.ticketNumber };
