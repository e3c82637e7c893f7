import type { z } from "zod";
import { startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import type { Context } from "@/lib/platform/operations/operation";
import type { Participant } from "@/lib/workspace/core/participants";
import { nextNumber } from "./next-number";
import { notifyAssignees } from "./notify-assignees";
import { recordChanges } from "./record-changes";
import { lookAt } from "./reminder-stage";
import { actionState } from "./schema";

interface NewAction {
  readonly title: string;
  readonly details: string;
  readonly dueOn: string | null;
  readonly assignees: readonly Pick<Participant, "id" | "name">[];
  /** The agenda item it is agreed under. */
  readonly agreed?: { readonly meetingId: string; readonly itemId: string };
}

/** Writes an action with its next number and its history, and tells those it is assigned to. */
export async function addAction(
  context: Context<"account">,
  { title, details, dueOn, assignees, agreed }: NewAction,
): Promise<z.output<typeof actionState>> {
  const { db, account, actor, realNow: now } = context;
  const number = await nextNumber(context);
  const due = dueOn === null ? null : startOfDayUtc(dueOn);
  const { id, status, version } = await db.action.create({
    data: {
      ...{ accountId: account.id, number, title, details, ...agreed, dueOn: due },
      remindAt: lookAt({ dueOn: due, status: "notStarted" }, context.now),
      ...{ createdByContactId: actor.contactId, createdByName: actor.name, createdAt: now, changedAt: now },
    },
    select: { id: true, status: true, version: true },
  });
  await db.actionAssignment.createMany({
    data: assignees.map((person) => ({
      ...{ accountId: account.id, actionId: id, contactId: person.id },
      ...{ assignedByName: actor.name, assignedAt: now },
    })),
  });
  await recordChanges(context, id, [
    { what: "created", after: title },
    ...assignees.map(({ name }) => ({ what: "assigned" as const, personName: name })),
  ]);
  await notifyAssignees(context, id, { to: assignees.map((one) => one.id), because: "assigned" });
  return actionState.parse({ id, number, status, version });
}
