import { queryRows } from "@/lib/platform/db/query-rows";
import { join, type Sql, sql } from "@/lib/platform/db/sql";
import { pageResult, pageSlice } from "@/lib/platform/kernel/page";
import type { Context } from "@/lib/platform/operations/operation";
import { countedTo, ticketSearch } from "@/lib/support/tickets/search-tickets";

interface Asked {
  readonly q: string;
  readonly page: number;
  readonly department?: string | undefined;
  readonly tagId?: string | undefined;
}

/** The ids of a page of the tickets of all accounts that a search finds, newest first, and how many there are. */
export async function searchQueue(context: Context, asked: Asked) {
  const search = await ticketSearch(context, asked.q);
  const wanted = join([search.wanted, ...filtersOf(asked)], " and ");
  const { take, skip } = pageSlice(asked.page);
  const [row] = await queryRows<{ ids: string[]; total: number }>(
    context.db,
    sql`${search.with} select array(select t."id" from ${search.from} where ${wanted}
        order by ${search.id} desc limit ${take}::int offset ${skip}::int) as "ids",
      (select count(*)::int from (select from ${search.from} where ${wanted} limit ${search.countLimit}::int) c) as "total"`,
  );
  if (row === undefined) throw new Error("A statement without a condition returned no row.");
  const page = pageResult(row.ids, row.total, asked.page);
  return { ...page, ...countedTo(row.total, search, page) };
}

function filtersOf({ department, tagId }: Asked): Sql[] {
  return [
    ...(department ? [sql`t."departmentKey" = ${department}`] : []),
    ...(tagId
      ? [
          sql`exists (select from "TicketTag" g where g."accountId" = t."accountId" and g."ticketId" = t."id" and g."tagId" = ${tagId}::uuid)`,
        ]
      : []),
  ];
}
