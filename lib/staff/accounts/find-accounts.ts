import { z } from "zod";
import { AccountStatus } from "@/lib/platform/db/enum-values";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { planAnew } from "@/lib/platform/db/plan-anew";
import { keysetList } from "@/lib/platform/kernel/keyset-list";
import { countedBy, cursorInput, cursorPageOf } from "@/lib/platform/kernel/page";
import { searchWords } from "@/lib/platform/kernel/search-text";
import { type Direction, sortInput } from "@/lib/platform/kernel/sort";
import { defineQuery } from "@/lib/platform/operations/operation";
import { foundAccount } from "@/lib/staff/core/schema";
import { accountsFound, peopleSearch } from "./account-search";

const orders = {
  name: (sort) => [{ nameSearch: sort }],
  number: (sort) => [{ number: sort }],
  owner: (sort) => [{ owner: { nameSearch: sort } }, { nameSearch: "asc" }],
  status: (sort) => [{ status: sort }, { nameSearch: "asc" }],
} satisfies Record<string, (sort: Direction) => Prisma.AccountOrderByWithRelationInput[]>;

const input = z.object({
  q: z
    .string()
    .trim()
    .max(200)
    .default("")
    .describe("Part of an account name or number, or of a person's name or email address"),
  ...cursorInput,
  ...sortInput(orders, "status", "asc"),
});

/** Finds customer accounts by what a caller can tell: a name, an account number, their own email address. */
export const findAccounts = defineQuery({
  name: "staff.find-accounts",
  permission: "staff.accounts.find",
  scope: "staff",
  summary: "Find accounts by name, number or contact",
  activity: "find customer accounts",
  input,
  output: cursorPageOf(foundAccount),
  http: { method: "GET", path: "/staff/accounts" },
  run: async ({ db }, asked) => {
    const { q } = asked;
    const list = keysetList("staff.find-accounts", orders, asked, { status: AccountStatus });
    const words = searchWords(q);
    // Prisma reads all that match before it takes three: without a search, thousands that aren't shown.
    const people = words.length === 0 ? { id: { in: [] } } : peopleSearch(q);
    planAnew(db);
    const where = await accountsFound(db, q);
    const byName = { nameSearch: "asc" } as const;
    const select = list.select({ ...columns, contacts: { where: people, select: person, orderBy: byName, take: 3 } });
    const [found, total] = await Promise.all([
      list.read((part) => db.account.findMany({ ...part, where: { AND: [where, part.where] }, select })),
      db.account.count({ where, ...countedBy({ nameSearch: "asc" }) }),
    ]);
    const page = list.page(found, total);
    const items = page.items.map(({ contacts, search, ...account }) => {
      const byItself = words.every((word) => search.includes(word));
      return { ...account, foundBy: byItself ? [] : contacts };
    });
    return { ...page, items };
  },
});

const person = { name: true, email: true } as const;

const columns = {
  id: true,
  number: true,
  name: true,
  search: true,
  status: true,
  owner: { select: person },
} as const;
