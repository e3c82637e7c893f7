import { randomUUID } from "node:crypto";
import { lookAt, nextReminderAt } from "@/lib/workspace/actions/reminder-stage";
import type { OwnerDatabase } from "./owner-database";

export interface ActionPlan {
  readonly title: string;
  readonly details?: string;
  readonly status?: "notStarted" | "onHold" | "inProgress" | "complete" | "closed";
  readonly dueOn?: Date | null;
  readonly createdBy: { readonly contactId: string; readonly name: string };
  readonly createdAt: Date;
  readonly changedAt?: Date;
  /** Up to when reminders count as sent; the day it was created unless given. */
  readonly remindedUntil?: Date;
  readonly assignees?: readonly {
    readonly contactId: string;
    readonly name: string;
    readonly status?: "notStarted" | "onHold" | "inProgress" | "complete";
    readonly note?: string;
  }[];
  readonly comments?: readonly {
    readonly contactId: string;
    readonly personId: string;
    readonly name: string;
    readonly body: string;
    readonly at: Date;
    readonly private?: boolean;
  }[];
}

/** Actions with their assignees, comments and history, in bulk. Returns their ids in order. */
export async function buildActions(
  db: OwnerDatabase,
  accountId: string,
  plans: readonly ActionPlan[],
): Promise<string[]> {
  const { last } = await db.actionNumber.upsert({
    where: { accountId },
    create: { accountId, last: plans.length },
    update: { last: { increment: plans.length } },
    select: { last: true },
  });
  const all = plans.map((plan, index) => ({ plan, id: randomUUID(), number: last - plans.length + index + 1 }));
  await db.action.createMany({
    data: all.map(({ plan, id, number }) => ({
      ...{ id, accountId, number, title: plan.title, details: plan.details ?? "", status: plan.status ?? "notStarted" },
      dueOn: plan.dueOn ?? null,
      remindAt: remindAtOf(plan),
      createdByContactId: plan.createdBy.contactId,
      createdByName: plan.createdBy.name,
      createdAt: plan.createdAt,
      changedAt: plan.changedAt ?? plan.createdAt,
    })),
  });
  await db.actionAssignment.createMany({
    data: all.flatMap(({ plan, id }) =>
      (plan.assignees ?? []).map(({ contactId, status = partOf(plan.status), note = "" }) => ({
        ...{ accountId, actionId: id, contactId, status, note },
        ...{ assignedByName: plan.createdBy.name, assignedAt: plan.createdAt },
        reportedAt: status === "notStarted" ? null : (plan.changedAt ?? plan.createdAt),
      })),
    ),
  });
  await db.actionComment.createMany({
    data: all.flatMap(({ plan, id }) =>
      (plan.comments ?? []).map((comment) => ({
        ...{ accountId, actionId: id, body: comment.body, private: comment.private ?? false, createdAt: comment.at },
        ...{ authorContactId: comment.contactId, authorPersonId: comment.personId, authorName: comment.name },
      })),
    ),
  });
  await db.actionChange.createMany({ data: all.flatMap((one) => historyOf(accountId, one)) });
  return all.map(({ id }) => id);
}

function remindAtOf({ dueOn = null, status = "notStarted", remindedUntil, createdAt }: ActionPlan): Date | null {
  if (dueOn === null || lookAt({ dueOn, status }, createdAt) === null) return null;
  return nextReminderAt(dueOn, ["UTC"], remindedUntil ?? createdAt);
}

const partOf = (status: ActionPlan["status"] = "notStarted") => (status === "closed" ? "complete" : status);

function historyOf(accountId: string, { plan, id: actionId }: { plan: ActionPlan; id: string }) {
  const { createdBy, createdAt, changedAt = createdAt, status = "notStarted", assignees = [] } = plan;
  const begun = { accountId, actionId, at: createdAt, byName: createdBy.name };
  return [
    { ...begun, what: "created", after: plan.title },
    ...assignees.map(({ name }) => ({ ...begun, what: "assigned", personName: name })),
    ...(status === "notStarted"
      ? []
      : [
          {
            ...begun,
            at: changedAt,
            byName: assignees[0]?.name ?? createdBy.name,
            what: "status",
            before: "notStarted",
            after: status,
          },
        ]),
  ];
}
