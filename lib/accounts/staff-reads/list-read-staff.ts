import { z } from "zod";
import { queryRows } from "@/lib/platform/db/query-rows";
import { sql } from "@/lib/platform/db/sql";
import { id } from "@/lib/platform/kernel/ids";
import { defineQuery } from "@/lib/platform/operations/operation";

/** As many as a list to choose from can have. */
const MOST = 50;

/** The members of staff that the list can be filtered by: those whose lines it has, by name. */
export const listReadStaff = defineQuery({
  name: "staff-reads.list-staff",
  permission: "settings.staff-access.view",
  scope: "account",
  summary: "List the provider's staff by whom the list of what they opened can be filtered; at most 50",
  activity: "view which staff opened something",
  input: z.object({}),
  output: z.object({ staff: z.array(z.object({ id, name: z.string() })).max(MOST) }),
  http: { method: "GET", path: "/accounts/{accountId}/staff-reads/staff" },
  run: async ({ db, account }) => {
    const found = await queryRows<{ id: string; name: string }>(db, readers(account.id));
    return { staff: found.toSorted((a, b) => a.name.localeCompare(b.name)) };
  },
});

/** From one member of staff to the next in the index: reading every line to find the few of them takes longer than the list. */
const readers = (accountId: string) => sql`
  with recursive reader as (
    (select "personId" from "StaffRead" where "accountId" = ${accountId}::uuid order by "personId" limit 1)
    union all
    select (select r."personId" from "StaffRead" r where r."accountId" = ${accountId}::uuid and r."personId" > reader."personId" order by r."personId" limit 1)
    from reader where reader."personId" is not null
  )
  select reader."personId" as "id", latest."staffName" as "name" from reader, lateral (
    select "staffName" from "StaffRead" where "accountId" = ${accountId}::uuid and "personId" = reader."personId" order by "lastAt" desc limit 1
  ) latest limit ${MOST}`;
