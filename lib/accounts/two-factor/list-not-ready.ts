import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { readInOrder } from "@/lib/platform/db/plan-anew";
import { id } from "@/lib/platform/kernel/ids";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import { defineQuery } from "@/lib/platform/operations/operation";
import { notReady } from "./not-ready";

const orders = {
  name: (sort) => [{ nameSearch: sort }],
} satisfies Record<string, (sort: Direction) => Prisma.ContactOrderByWithRelationInput[]>;

/** The members who don't use two-factor sign-in yet. */
export const listNotReady = defineQuery({
  name: "people.list-not-ready",
  permission: "people.two-factor.enforce",
  alsoNeeds: ["people.members.view"],
  scope: "account",
  summary: "List the members who don't use two-factor sign-in, by name",
  activity: "view who isn't ready for two-factor sign-in",
  input: z.object({ ...cursorInput, ...sortInput(orders, "name", "asc") }),
  output: cursorPageOf(z.object({ id, name: z.string(), jobTitle: z.string().nullable(), suspended: z.boolean() })),
  http: { method: "GET", path: "/accounts/{accountId}/two-factor/not-ready" },
  run: async (context, asked) => {
    // A later page begins at its place.
    if (!asked.cursor) readInOrder(context.db);
    const where = accessibleWhere(context, "people.members.view", notReady);
    const list = keysetList("people.not-ready", orders, asked);
    const select = list.select({ id: true, name: true, jobTitle: true, status: true } as const);
    const [found, total] = await Promise.all([
      list.read((part) => context.db.contact.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      context.db.contact.count({ where, ...countedBy({ nameSearch: "asc" } as const) }),
    ]);
    const page = list.page(found, total);
    const items = page.items.map(({ id, name, jobTitle, status }) => ({
      id,
      name,
      jobTitle,
      suspended: status === "suspended",
    }));
    return { ...page, items };
  },
});
