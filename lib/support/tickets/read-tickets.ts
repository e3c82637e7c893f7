import { keysetSql, type SqlKey } from "@/lib/platform/db/keyset-sql";
import { queryRows } from "@/lib/platform/db/query-rows";
import { join, type Sql, sql } from "@/lib/platform/db/sql";
import type { Direction } from "@/lib/platform/kernel/sort";
import type { Context } from "@/lib/platform/operations/operation";
import { allTickets, countedTo, ticketSearch } from "./search-tickets";
import type { TicketRow } from "./ticket-record";

const activity = (direction: Direction): SqlKey => ({ column: sql`t."lastMessageAt"`, type: "timestamptz", direction });

export const orders = {
  subject: (direction) => [{ column: sql`t."subjectSearch"`, direction }],
  status: (direction) => [{ column: sql`t."status"`, type: sql`"TicketStatus"`, direction }, activity("desc")],
  activity: (direction) => [activity(direction)],
} satisfies Record<string, (direction: Direction) => SqlKey[]>;

interface Asked {
  readonly page: number;
  readonly cursor?: string | undefined;
  readonly sort: keyof typeof orders;
  readonly direction: Direction;
  readonly status?: string | undefined;
  readonly department?: string | undefined;
  readonly serviceId?: string | undefined;
  readonly q?: string | undefined;
}

/** Times are text, as JSON has none. */
type Found = Omit<TicketRow, "createdAt" | "lastMessageAt" | "closedAt" | "mergedIntoId"> & {
  readonly createdAt: string;
  readonly lastMessageAt: string;
  readonly keys: readonly (string | null)[];
};

/** A page of the tickets the viewer may see, and how many there are, as one statement. */
export async function readTickets(context: Context<"account">, asked: Asked) {
  const search = asked.q ? await ticketSearch(context, asked.q) : allTickets(context);
  const wanted = join([search.wanted, ...filtersOf(asked)], " and ");
  const byId: SqlKey = { column: sql`t."id"`, type: "uuid", direction: asked.direction };
  const list = keysetSql("tickets.list", [...orders[asked.sort](asked.direction), byId], asked);
  const part = (beyond: Sql) =>
    sql`select t.*, ${list.keys} as "keys" from ${search.from} where ${wanted} and ${beyond} order by ${list.order} ${list.limit}`;
  const [row] = await queryRows<{ found: Found[][]; total: number }>(
    context.db,
    sql`${search.with} select json_build_array(${join(list.parts.map((one) => sql`(select coalesce(json_agg(r), '[]') from (${shown(part(one))}) r)`))}) as "found",
      (select count(*)::int from (select from ${search.from} where ${wanted} limit ${search.countLimit}::int) c) as "total"`,
  );
  if (row === undefined) throw new Error("A statement without a condition returned no row.");
  const page = list.page(row.found.flat(), row.total);
  return { ...page, ...countedTo(row.total, search, page) };
}

/** What is shown of the rows of a page, once they have been found. */
const shown = (
  rows: Sql,
): Sql => sql`select p."id", p."number", p."subject", p."status", p."priority", p."department", p."serviceId",
    p."openedByContactId", p."openedByName", p."assigneeId", p."createdAt", p."lastMessageAt", p."keys",
    (select json_build_object('id', s."id", 'name', s."name") from "Service" s where s."accountId" = p."accountId" and s."id" = p."serviceId") as "service",
    (select json_build_object('name', a."name") from "Person" a where a."id" = p."assigneeId") as "assignee" from (${rows}) p`;

function filtersOf({ status, department, serviceId }: Asked): Sql[] {
  return [
    ...(status ? [sql`t."status" = ${status}::"TicketStatus"`] : []),
    ...(department ? [sql`t."departmentKey" = ${department}`] : []),
    ...(serviceId ? [sql`t."serviceId" = ${serviceId}::uuid`] : []),
  ];
}
