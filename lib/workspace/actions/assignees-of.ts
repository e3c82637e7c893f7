import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Context } from "@/lib/platform/operations/operation";
import { MOST_ASSIGNEES } from "./schema";

interface Assignee {
  readonly contactId: string;
  readonly contact: { readonly name: string };
}

/** Who is assigned to the actions of a list, with their names, as `actionColumns` reads them of one: in one statement. */
export async function assigneesOf(
  { db, account }: Context<"account">,
  actions: readonly { readonly id: string }[],
): Promise<ReadonlyMap<string, Assignee[]>> {
  const byAction = new Map<string, Assignee[]>(actions.map(({ id }) => [id, []]));
  if (actions.length === 0) return byAction;
  const found = await queryRows<{ actionId: string; contactId: string; name: string }>(
    db,
    sql`select s."actionId", s."contactId", c."name" from unnest(${[...byAction.keys()]}::uuid[]) wanted
      cross join lateral (
        select * from "ActionAssignment" a where a."accountId" = ${account.id}::uuid and a."actionId" = wanted
        order by a."assignedAt", a."contactId" limit ${MOST_ASSIGNEES}::int
      ) s join "Contact" c on c."id" = s."contactId"
      order by s."assignedAt", s."contactId"`,
  );
  for (const { actionId, contactId, name } of found) byAction.get(actionId)?.push({ contactId, contact: { name } });
  return byAction;
}
