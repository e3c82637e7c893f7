import { queryRows } from "@/lib/platform/db/query-rows";
import { type Sql, sql } from "@/lib/platform/db/sql";
import { accessibleSql } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { can } from "@/lib/policy/evaluate";

export interface DueInCurrency {
  readonly currency: string;
  readonly dueMinor: bigint;
  readonly overdueMinor: bigint;
  readonly unpaidCount: number;
  readonly overdueCount: number;
  /** The next due date that has not passed. */
  readonly nextDueAt: Date | null;
}

/** The balance due of the open invoices the viewer can see, one entry per currency without conversion. */
export const dueByCurrency = (context: Context<"account">): Promise<DueInCurrency[]> =>
  queryRows<DueInCurrency>(context.db, dueSql(context));

/**
 * The same as part of a statement. To somebody who sees all of them, what is overdue is the balance that the database keeps less
 * what is not due yet: few invoices, however many are late (decision 0194).
 */
export function dueSql(context: Context<"account">): Sql {
  const { account, now } = context;
  const open = sql`from "Invoice" i where ${accessibleSql(context, "billing.invoices.view", "i")} and i."statusKey" = 'open'`;
  if (!seesAnyOpen(context)) {
    return sql`select i."currency", sum(i."dueMinor")::bigint as "dueMinor",
        coalesce(sum(i."dueMinor") filter (where i."dueAt" < ${now}), 0)::bigint as "overdueMinor", count(*)::int as "unpaidCount",
        (count(*) filter (where i."dueAt" < ${now}))::int as "overdueCount", min(i."dueAt") filter (where i."dueAt" >= ${now}) as "nextDueAt"
      ${open} group by i."currency" order by i."currency"`;
  }
  const columns = sql`select i."currency", i."dueMinor", i."dueAt"`;
  return sql`select r."currency", r."dueMinor", (r."dueMinor" - coalesce(c."minor", 0))::bigint as "overdueMinor", r."invoices" as "unpaidCount",
      (r."invoices" - coalesce(c."invoices", 0))::int as "overdueCount", c."nextDueAt"
    from "Receivable" r left join (
      select "currency", sum("dueMinor") as "minor", count(*) as "invoices", min("dueAt") as "nextDueAt"
      from (${columns} ${open} and i."dueAt" >= ${now} union all ${columns} ${open} and i."dueAt" is null) o group by "currency"
    ) c on c."currency" = r."currency"
    where r."accountId" = ${account.id}::uuid and r."invoices" > 0 order by r."currency"`;
}

/** Whether an open invoice is seen whichever it is: all that is said of this one is that it is open. */
const seesAnyOpen = ({ viewer, account }: Context<"account">): boolean =>
  can(viewer, "billing.invoices.view", { id: NOBODYS, accountId: account.id, status: "open" });

const NOBODYS = "00000000-0000-0000-0000-000000000000";
