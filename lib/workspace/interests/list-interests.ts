import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { localDay } from "@/lib/platform/kernel/local-day";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { searchFilter } from "@/lib/platform/kernel/search-filter";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { interestItem } from "./schema";

const orders = {
  organisation: (sort) => [{ key: sort }],
  declared: (sort) => [{ createdAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.InterestOrderByWithRelationInput[]>;

const columns = {
  ...{ id: true, contactId: true, organisation: true, nature: true, fromDay: true, toDay: true, version: true },
  contact: { select: { name: true } },
} as const satisfies Prisma.InterestSelect;

/** The register of interests: one's own, or everybody's for those who may see them. */
export const listInterests = defineQuery({
  name: "interests.list",
  permission: "decisions.interests.view",
  scope: "account",
  summary: "List declared interests",
  activity: "view interests",
  input: z.object({
    q: z.string().trim().max(200).optional().describe("Part of an organisation's or a person's name"),
    ...cursorInput,
    ...sortInput(orders, "declared", "desc"),
  }),
  output: cursorPageOf(interestItem),
  http: { method: "GET", path: "/accounts/{accountId}/interests" },
  run: async (context, asked) => {
    const { db, actor, realNow } = context;
    const named: Prisma.InterestWhereInput = asked.q
      ? searchFilter<Prisma.InterestWhereInput>(asked.q, (part) => [{ key: part }, { contact: { nameSearch: part } }])
      : {};
    const where = accessibleWhere(context, "decisions.interests.view", named);
    const list = keysetList("interests.list", orders, asked);
    const select = list.select(columns);
    const [found, total] = await Promise.all([
      list.read((part) => db.interest.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      db.interest.count({ where, ...countedBy({ createdAt: "desc" }) }),
    ]);
    const page = list.page(found, total);
    const today = localDay(realNow, actor.timeZone);
    return {
      ...page,
      items: page.items.map(({ contactId, contact, fromDay, toDay, ...interest }) => {
        const [from, to] = [dayOf(fromDay), toDay && dayOf(toDay)];
        return {
          ...interest,
          personName: contact.name,
          mine: contactId === actor.contactId,
          ...{ from, to, current: from <= today && (to === null || to >= today) },
        };
      }),
    };
  },
});

const dayOf = (at: Date): string => at.toISOString().slice(0, 10);
