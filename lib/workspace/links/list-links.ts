import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { titlesLike } from "@/lib/workspace/core/contents-like";
import { linkColumns, presentLink } from "./link-record";
import { linkItem } from "./schema";

const orders = {
  title: (sort) => [{ titleSearch: sort }],
  domain: (sort) => [{ domain: sort }],
  added: (sort) => [{ createdAt: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.LinkOrderByWithRelationInput[]>;

/** The account's links, by title, domain or description. */
export const listLinks = defineQuery({
  name: "links.list",
  permission: "links.search",
  scope: "account",
  summary: "List and search links",
  activity: "view links",
  input: z.object({
    q: z.string().trim().max(200).optional().describe("Part of the title, domain or description"),
    ...cursorInput,
    ...sortInput(orders, "title", "asc"),
  }),
  output: cursorPageOf(linkItem),
  http: { method: "GET", path: "/accounts/{accountId}/links" },
  run: async (context, asked) => {
    const { db } = context;
    const where = accessibleWhere(
      context,
      "links.search",
      asked.q ? await titlesLike<Prisma.LinkWhereInput>(db, "link-title", asked.q, (search) => ({ search })) : {},
    );
    const list = keysetList("links.list", orders, asked);
    const select = list.select(linkColumns);
    const [found, total] = await Promise.all([
      list.read((part) => db.link.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      db.link.count({ where, ...countedBy({ titleSearch: "asc" as const }) }),
    ]);
    const page = list.page(found, total);
    return { ...page, items: page.items.map((link) => presentLink(context, link)) };
  },
});
