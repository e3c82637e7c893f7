import { z } from "zod";
import { countedBy, FORMS_PAGE_SIZE, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { canSome } from "@/lib/policy/evaluate";
import { presentVisit, visitColumns } from "./present-visit";
import { ownVisit } from "./schema";

/**
 * The accounts a member of staff has open or asks for, and for managers the emergencies that wait for a second one. Row-level security
 * shows nobody the visits of others.
 */
export const listOwnVisits = defineQuery({
  name: "staff-visits.list-own",
  permission: "staff.accounts.find",
  alsoChecks: ["staff.emergency.use"],
  scope: "staff",
  summary: "List the accounts you have open or ask for, and emergencies that wait for a second manager",
  activity: "view their open accounts",
  input: z.object(pageInput),
  output: pageOf(ownVisit),
  http: { method: "GET", path: "/staff/visits" },
  run: async ({ db, actor, viewer, realNow: now }, { page }) => {
    const asked = canSome(viewer, "staff.emergency.use") ? [{ emergency: true, approval: "waiting" }] : [];
    const where = { endedAt: null, endsAt: { gt: now }, OR: [{ personId: actor.personId }, ...asked] };
    const [found, total] = await Promise.all([
      db.staffVisit.findMany({
        where,
        select: { ...visitColumns, account: { select: { id: true, name: true } } },
        orderBy: [{ startedAt: "desc" }, { id: "desc" }],
        ...pageSlice(page, FORMS_PAGE_SIZE),
      }),
      db.staffVisit.count({ where, ...countedBy({ startedAt: "desc" as const }) }),
    ]);
    const items = found.map((row) => ({
      ...presentVisit(row, now),
      account: row.account,
      own: row.personId === actor.personId,
    }));
    return pageResult(items, total, page, FORMS_PAGE_SIZE);
  },
});
