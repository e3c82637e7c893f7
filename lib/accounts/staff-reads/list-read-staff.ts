import { z } from "zod";
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
    const found = await db.staffRead.findMany({
      where: { accountId: account.id },
      distinct: ["personId"],
      select: { personId: true, staffName: true },
      orderBy: [{ personId: "asc" }, { lastAt: "desc" }],
      take: MOST,
    });
    const staff = found.map(({ personId, staffName }) => ({ id: personId, name: staffName }));
    return { staff: staff.sort((a, b) => a.name.localeCompare(b.name)) };
  },
});
