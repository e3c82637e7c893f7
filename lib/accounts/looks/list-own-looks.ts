import { z } from "zod";
import { iso } from "@/lib/platform/kernel/dates";
import { countedBy, FORMS_PAGE_SIZE, pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { ownLook } from "./schema";

/** Who has viewed the portal as the person who asks, on any of their accounts. */
export const listOwnLooks = defineQuery({
  name: "looks.list-own",
  permission: "profile.manage",
  scope: "self",
  summary: "List who viewed the portal as you",
  activity: "view who viewed the portal as them",
  input: z.object(pageInput),
  output: pageOf(ownLook),
  http: { method: "GET", path: "/me/looks" },
  run: async ({ db, actor, memberships }, { page }) => {
    const where = { personId: actor.personId };
    const [found, total, accounts] = await Promise.all([
      db.contactLook.findMany({
        where,
        orderBy: [{ startedAt: "desc" }, { id: "desc" }],
        ...pageSlice(page, FORMS_PAGE_SIZE),
      }),
      db.contactLook.count({ where, ...countedBy({ startedAt: "desc" as const }) }),
      memberships(),
    ]);
    const names = new Map(accounts.map(({ account }) => [account.id, account.name]));
    const items = found.map(
      ({ lookerName, lookerIsStaff, accountId, ofMeeting, reason, startedAt, endsAt, endedAt, ...look }) => ({
        id: look.id,
        by: lookerName,
        byStaff: lookerIsStaff,
        accountName: names.get(accountId) ?? null,
        ofMeeting,
        reason,
        startedAt: iso(startedAt),
        endedAt: iso(endedAt ?? endsAt),
      }),
    );
    return pageResult(items, total, page, FORMS_PAGE_SIZE);
  },
});
