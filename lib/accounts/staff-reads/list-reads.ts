import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { presentRead, readColumns } from "./present-read";
import { readWhere } from "./read-where";
import { readFilters, readItem } from "./schema";

const orders = {
  when: (sort) => [{ lastAt: sort }],
  who: (sort) => [{ staffName: sort }, { lastAt: "desc" }],
} satisfies Record<string, (sort: Direction) => Prisma.StaffReadOrderByWithRelationInput[]>;

/** What the provider's staff were shown of the account and did there, with their reason, newest first. */
export const listReads = defineQuery({
  name: "staff-reads.list",
  permission: "settings.staff-access.view",
  scope: "account",
  summary: "List what the provider's staff were shown of the account and did there, newest first",
  activity: "view what staff opened",
  input: z.object({ ...readFilters, ...cursorInput, ...sortInput(orders, "when", "desc") }),
  output: cursorPageOf(readItem),
  http: { method: "GET", path: "/accounts/{accountId}/staff-reads" },
  run: async (context, asked) => {
    const where = readWhere(context, asked);
    const list = keysetList("staff-reads.list", orders, asked);
    const select = list.select(readColumns);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.staffRead.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.staffRead.count({ where, ...countedBy({ lastAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    return { ...page, items: page.items.map(presentRead) };
  },
});
