import type { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { iso } from "@/lib/platform/kernel/dates";
import { shownChanges } from "@/lib/platform/operations/logged-changes";
import { shown } from "@/lib/platform/operations/stored";
import { isPermission, nameOf } from "@/lib/policy/permissions";
import { nameless } from "./nameless";
import { type activityEvent, MOST_CHANGES } from "./schema";

export const eventColumns = {
  id: true,
  at: true,
  actorName: true,
  actorIsStaff: true,
  via: true,
  operation: true,
  permission: true,
  outcome: true,
  summary: true,
  said: true,
  details: true,
  targetType: true,
  targetId: true,
  ip: true,
} as const satisfies Prisma.AuditEventSelect;

type EventRow = Prisma.AuditEventGetPayload<{ select: typeof eventColumns }>;

/**
 * A row of the log for display; a hidden one is about a record that its reader may not see, and names nothing. A permission no
 * longer in the catalogue is shown by its key.
 */
export const presentEvent = (
  { targetType, targetId, said, details, ...event }: EventRow,
  { locale, hidden }: { readonly locale: string; readonly hidden: ReadonlySet<string> },
): z.input<typeof activityEvent> => ({
  ...event,
  summary: shown(hidden.has(event.id) ? nameless({ ...event, said }) : { ...event, said }, locale),
  changes: hidden.has(event.id) ? [] : shownChanges(details, locale).slice(0, MOST_CHANGES),
  at: iso(event.at),
  permissionName: isPermission(event.permission) ? nameOf(event.permission) : event.permission,
  target: targetType !== null && targetId !== null && !hidden.has(event.id) ? { type: targetType, id: targetId } : null,
  ip: event.actorIsStaff ? null : event.ip,
});
