import { z } from "zod";
import { startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { say } from "@/lib/platform/language/say";
import { defineCommand } from "@/lib/platform/operations/operation";
import { chosenParticipants } from "@/lib/workspace/core/participants";
import { nextNumber } from "./next-number";
import { notifyAssignees } from "./notify-assignees";
import { recordChanges } from "./record-changes";
import { lookAt } from "./reminder-stage";
import { actionDetails, actionState, actionTitle, assigneeIds, dueOn } from "./schema";

/** Creates an action and tells those it is assigned to. */
export const createAction = defineCommand({
  name: "actions.create",
  permission: "actions.assign",
  alsoChecks: ["people.members.view"],
  scope: "account",
  summary: "Create an action and assign it to people",
  activity: "create an action",
  input: z.object({ title: actionTitle, details: actionDetails, dueOn, assigneeIds }),
  output: actionState,
  http: { method: "POST", path: "/accounts/{accountId}/actions", status: 201 },
  once: true,
  run: async (context, input) => {
    const { db, account, actor, realNow: now } = context;
    const assignees = await chosenParticipants(context, "assigneeIds", input.assigneeIds);
    const number = await nextNumber(context);
    const due = input.dueOn === null ? null : startOfDayUtc(input.dueOn);
    const { id, status, version } = await db.action.create({
      data: {
        accountId: account.id,
        number,
        title: input.title,
        details: input.details,
        dueOn: due,
        remindAt: lookAt({ dueOn: due, status: "notStarted" }, context.now),
        createdByContactId: actor.contactId,
        createdByName: actor.name,
        createdAt: now,
        changedAt: now,
      },
      select: { id: true, status: true, version: true },
    });
    await db.actionAssignment.createMany({
      data: assignees.map((person) => ({
        accountId: account.id,
        actionId: id,
        contactId: person.id,
        assignedByName: actor.name,
        assignedAt: now,
      })),
    });
    await recordChanges(context, id, [
      { what: "created", after: input.title },
      ...assignees.map(({ name }) => ({ what: "assigned" as const, personName: name })),
    ]);
    await notifyAssignees(context, id, { to: assignees.map((one) => one.id), because: "assigned" });
    return {
      output: actionState.parse({ id, number, status, version }),
      audit: { summary: say("Created action #{number}", { number }), target: { type: "action", id } },
    };
  },
});
