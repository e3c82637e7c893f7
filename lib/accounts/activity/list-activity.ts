import { z } from "zod";
import { AuditOutcome } from "@/lib/platform/db/enum-values";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { activityWhere } from "./activity-where";
import { hiddenTargets, TARGET_PERMISSIONS } from "./hidden-targets";
import { eventColumns, presentEvent } from "./present-event";
import { activityEvent, activityFilters } from "./schema";

const orders = {
  what: (sort) => [{ outcome: sort }, { summary: sort }, { at: "desc" }],
  who: (sort) => [{ actorName: sort }, { at: "desc" }],
  when: (sort) => [{ at: sort }],
  via: (sort) => [{ via: sort }, { at: "desc" }],
} satisfies Record<string, (sort: Direction) => Prisma.AuditEventOrderByWithRelationInput[]>;

/** The audit log of the account, newest first, including denied attempts. */
export const listActivity = defineQuery({
  name: "activity.list",
  permission: "activity.view",
  alsoChecks: TARGET_PERMISSIONS,
  scope: "account",
  summary: "List the activity log, including denied attempts, newest first",
  activity: "view the activity log",
  input: z.object({ ...activityFilters, ...cursorInput, ...sortInput(orders, "when", "desc") }),
  output: cursorPageOf(activityEvent),
  http: { method: "GET", path: "/accounts/{accountId}/activity" },
  run: async (context, asked) => {
    planAnew(context.db);
    const list = keysetList("activity.list", orders, asked, { outcome: AuditOutcome });
    const where = await activityWhere(context, "activity.view", asked);
    const select = list.select(eventColumns);
    const [events, total] = await Promise.all([
      list.read((part) => context.db.auditEvent.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.auditEvent.count({ where, ...countedBy({ at: "desc" }) }),
    ]);
    const page = list.page(events, total);
    const reader = { locale: context.actor.locale, hidden: await hiddenTargets(context, page.items) };
    return { ...page, items: page.items.map((event) => presentEvent(event, reader)) };
  },
});
