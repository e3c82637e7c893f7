import { z } from "zod";
import { dayOf, startOfDayUtc } from "@/lib/platform/kernel/calendar-day";
import { id, version } from "@/lib/platform/kernel/ids";
import { staleVersion } from "@/lib/platform/kernel/problem";
import { say } from "@/lib/platform/language/say";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { type Context, defineCommand } from "@/lib/platform/operations/operation";
import { chosenParticipants, type Participant } from "@/lib/workspace/core/participants";
import { type ActionRow, lockedAction } from "./action-record";
import { noteOfChanges } from "./note-of-changes";
import { notifyAssignees } from "./notify-assignees";
import { type Change, recordChanges } from "./record-changes";
import { refuseRecused } from "./refuse-recused";
import { lookAt } from "./reminder-stage";
import { actionDetails, actionState, actionTitle, assigneeIds, dueOn } from "./schema";

const input = z.object({ actionId: id, version, title: actionTitle, details: actionDetails, dueOn, assigneeIds });

/** Changes what is to be done, until when and by whom. Those who are new to it are told; what others reported is kept. */
export const editAction = defineCommand({
  name: "actions.edit",
  permission: "actions.assign",
  alsoChecks: ["actions.view", "people.members.view"],
  scope: "account",
  summary: "Change an action's title, details, due date and assignees",
  activity: "edit an action",
  input,
  output: actionState,
  http: { method: "PUT", path: "/accounts/{accountId}/actions/{actionId}" },
  run: async (context, asked) => {
    const action = await lockedAction(context, asked.actionId);
    const { added, removed } = await reassigned(context, action, asked.assigneeIds);
    const changes = [...changesOf(action, asked), ...movesOf({ added, removed })];
    const due = asked.dueOn === null ? null : startOfDayUtc(asked.dueOn);
    const { count } = await context.db.action.updateMany({
      where: accessibleWhere(context, "actions.view", { id: action.id, version: asked.version }),
      data: {
        title: asked.title,
        details: asked.details,
        dueOn: due,
        remindAt: lookAt({ dueOn: due, status: action.status }, context.now),
        version: { increment: 1 },
        ...(changes.length > 0 && { changedAt: context.realNow }),
      },
    });
    if (count === 0) throw staleVersion();
    await moveAssignees(context, action.id, { added, removed });
    await recordChanges(context, action.id, changes);
    await notifyAssignees(context, action.id, { to: added.map((one) => one.id), because: "assigned" });
    const { number, status } = action;
    return {
      output: actionState.parse({ id: action.id, number, status, version: asked.version + 1 }),
      audit: {
        summary: say("Edited action #{number}", { number }),
        target: { type: "action", id: action.id },
        ...noteOfChanges(changes),
      },
    };
  },
});

interface Moves {
  readonly added: readonly Participant[];
  readonly removed: ActionRow["assignments"];
}

/** Somebody who has left the account stays on what they did; only new ones must be members. */
async function reassigned(context: Context<"account">, action: ActionRow, wanted: readonly string[]): Promise<Moves> {
  const before = new Set(action.assignments.map(({ contactId }) => contactId));
  refuseRecused(
    action,
    wanted.filter((one) => !before.has(one)),
  );
  const added = await chosenParticipants(
    context,
    "assigneeIds",
    wanted.filter((one) => !before.has(one)),
  );
  return { added, removed: action.assignments.filter(({ contactId }) => !wanted.includes(contactId)) };
}

function changesOf(action: ActionRow, asked: z.output<typeof input>): Change[] {
  const due = action.dueOn === null ? null : dayOf(action.dueOn);
  const pairs = [
    { what: "title", before: action.title, after: asked.title },
    { what: "details", before: action.details, after: asked.details },
    { what: "dueOn", before: due, after: asked.dueOn },
  ] as const;
  return pairs.filter(({ before, after }) => before !== after);
}

const movesOf = ({ added, removed }: Moves): Change[] => [
  ...removed.map(({ contact, status }) => ({
    what: "unassigned" as const,
    personName: contact.name,
    before: status,
  })),
  ...added.map(({ name }) => ({ what: "assigned" as const, personName: name })),
];

async function moveAssignees({ db, account, actor, realNow }: Context<"account">, actionId: string, moves: Moves) {
  const accountId = account.id;
  const gone = moves.removed.map(({ contactId }) => contactId);
  if (gone.length > 0)
    await db.actionAssignment.deleteMany({ where: { accountId, actionId, contactId: { in: gone } } });
  await db.actionAssignment.createMany({
    data: moves.added.map(({ id: contactId }) => ({
      ...{ accountId, actionId, contactId },
      ...{ assignedByName: actor.name, assignedAt: realNow },
    })),
  });
}
