import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import type { Context } from "@/lib/platform/operations/operation";

/** The account's next action number. Its row is locked until the commit, so that no number is given twice or left out. */
export async function nextNumber({ db, account }: Context<"account">): Promise<number> {
  const [row] = await queryRows<{ last: number }>(
    db,
    sql`insert into "ActionNumber" ("accountId", "last") values (${account.id}::uuid, 1)
      on conflict ("accountId") do update set "last" = "ActionNumber"."last" + 1 returning "last"`,
  );
  if (row === undefined) throw new Error("No number was given.");
  return row.last;
}
