import type { Prisma } from "@/lib/platform/db/generated/client";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { notFound } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_ASSIGNEES } from "./schema";

/** An action with its assignees, on whom decisions about it depend. */
export const actionColumns = {
  id: true,
  accountId: true,
  number: true,
  title: true,
  details: true,
  dueOn: true,
  status: true,
  createdByContactId: true,
  createdByName: true,
  createdAt: true,
  changedAt: true,
  version: true,
  doneOrder: true,
  meetingId: true,
  itemId: true,
  recusals: { select: { contactId: true } },
  assignments: {
    select: {
      contactId: true,
      status: true,
      note: true,
      assignedByName: true,
      assignedAt: true,
      reportedAt: true,
      contact: { select: { name: true } },
    },
    orderBy: [{ assignedAt: "asc" }, { contactId: "asc" }],
    take: MOST_ASSIGNEES,
  },
} as const satisfies Prisma.ActionSelect;

export type ActionRow = Prisma.ActionGetPayload<{ select: typeof actionColumns }>;

/** An action that the viewer may see. Throws `not-found` for all others. */
export async function visibleAction(context: Context, actionId: string): Promise<ActionRow> {
  const where = accessibleWhere(context, "actions.view", { id: actionId });
  const action = await context.db.action.findFirst({ where, select: actionColumns });
  if (action === null) throw notFound(t("Action not found."));
  return action;
}

/** Throws as `visibleAction` does, for a list that is read alongside: it needs no columns, and so no assignees. */
export async function requireAction(context: Context, actionId: string): Promise<void> {
  const where = accessibleWhere(context, "actions.view", { id: actionId });
  if ((await context.db.action.findFirst({ where, select: { id: true } })) === null)
    throw notFound(t("Action not found."));
}

/**
 * The action, locked until the end of the transaction. Whoever changes an action or its assignees locks it first, so what is
 * read here, and decided on it, stays true.
 */
export async function lockedAction(context: Context<"account">, actionId: string): Promise<ActionRow> {
  const { db, account } = context;
  await queryRows(
    db,
    sql`select "id" from "Action" where "accountId" = ${account.id}::uuid and "id" = ${actionId}::uuid for update`,
  );
  return visibleAction(context, actionId);
}
