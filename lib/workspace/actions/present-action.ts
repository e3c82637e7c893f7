import type { z } from "zod";
import { dayOf } from "@/lib/platform/kernel/calendar-day";
import { iso } from "@/lib/platform/kernel/dates";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";
import type { NamedMeeting } from "@/lib/workspace/core/schema";
import type { ActionRow } from "./action-record";
import { isOverdue, todayOf } from "./due";
import type { ActionStatus, actionItem } from "./schema";

type Shown = Omit<ActionRow, "details" | "assignments"> & {
  readonly assignments: readonly { readonly contactId: string; readonly contact: { readonly name: string } }[];
};

/** `meeting` is the one it was agreed in, if the viewer may see it. */
export const presentAction = (
  context: Context,
  action: Shown,
  meeting: NamedMeeting | undefined,
): z.input<typeof actionItem> => ({
  id: action.id,
  number: action.number,
  title: action.title,
  status: action.status as ActionStatus,
  dueOn: action.dueOn === null ? null : dayOf(action.dueOn),
  overdue: isOverdue(action, todayOf(context)),
  assignees: action.assignments.map(({ contactId, contact }) => ({ contactId, name: contact.name })),
  assignedToMe: isAssigned(action, context.actor.contactId),
  changedAt: iso(action.changedAt),
  version: action.version,
  updatable: can(context.viewer, "actions.update", action),
  fromMeeting: action.meetingId !== null,
  meeting: meeting ?? null,
});

export const isAssigned = ({ assignments }: Pick<Shown, "assignments">, contactId: string | null): boolean =>
  contactId !== null && assignments.some((one) => one.contactId === contactId);
