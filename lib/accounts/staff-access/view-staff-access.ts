import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { defineQuery } from "@/lib/platform/operations/operation";
import { workspaceAreas } from "@/lib/policy/areas";
import { MOST_SHOWN, staffAccess } from "./schema";

/** What support may see of the workspace, and what they could see before. */
export const viewStaffAccess = defineQuery({
  name: "staff-access.view",
  permission: "settings.staff-access.view",
  scope: "account",
  summary: "View what the provider's support may see of the workspace",
  activity: "view what support may see of the workspace",
  input: z.object({}),
  output: staffAccess,
  http: { method: "GET", path: "/accounts/{accountId}/staff-access" },
  run: async ({ db, account, realNow: now }) => {
    const found = await db.staffAccess.findMany({
      where: { accountId: account.id },
      orderBy: [{ openedAt: "desc" }, { id: "desc" }],
      take: MOST_SHOWN,
    });
    const isOpen = (row: (typeof found)[number]) => row.closedAt === null && row.endsAt > now;
    const shown = (row: (typeof found)[number]) => ({
      areas: workspaceAreas.filter((area) => row.areas.includes(area)),
      openedBy: row.openedByName,
      openedAt: iso(row.openedAt),
      endsAt: iso(row.closedAt !== null && row.closedAt < row.endsAt ? row.closedAt : row.endsAt),
    });
    const open = found.find(isOpen);
    return { open: open ? shown(open) : null, earlier: found.filter((row) => row !== open).map(shown) };
  },
});
