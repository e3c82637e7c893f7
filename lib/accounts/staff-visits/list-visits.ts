import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf, FORMS_PAGE_SIZE } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { presentVisit, visitColumns } from "./present-visit";
import { visitItem, visitStates } from "./schema";

const orders = {
  started: (sort) => [{ startedAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.StaffVisitOrderByWithRelationInput[]>;

/** Which staff have access to the account's records or have asked for it, and who had it before. */
export const listVisits = defineQuery({
  name: "staff-visits.list",
  permission: "settings.staff-access.view",
  scope: "account",
  summary: "List the provider's staff who have access to the account's records, ask for it, or had it",
  activity: "view which staff have access",
  input: z.object({
    state: z
      .enum(["now", ...visitStates])
      .default("now")
      .describe("`now`: those who have access or wait for it"),
    ...cursorInput,
    ...sortInput(orders, "started", "desc"),
  }),
  output: cursorPageOf(visitItem),
  http: { method: "GET", path: "/accounts/{accountId}/staff-visits" },
  run: async ({ db, account, realNow: now }, asked) => {
    const where = { accountId: account.id, ...inState(asked.state, now) };
    const list = keysetList("staff-visits.list", orders, asked, {}, FORMS_PAGE_SIZE);
    const [found, total] = await Promise.all([
      list.read((part) =>
        db.staffVisit.findMany({ ...part, where: { AND: [where, part.where] }, select: list.select(visitColumns) }),
      ),
      db.staffVisit.count({ where, ...countedBy({ startedAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    return { ...page, items: page.items.map((row) => presentVisit(row, now)) };
  },
});

function inState(state: "now" | (typeof visitStates)[number], now: Date): Prisma.StaffVisitWhereInput {
  if (state === "over") return { OR: [{ endedAt: { not: null } }, { endsAt: { lte: now } }] };
  const still = { endedAt: null, endsAt: { gt: now } };
  if (state === "now") return still;
  return { ...still, approval: state === "waiting" ? "waiting" : { not: "waiting" } };
}
