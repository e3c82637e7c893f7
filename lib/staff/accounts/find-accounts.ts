import { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { contains } from "@/lib/platform/kernel/contains";
import { pageInput, pageOf, pageResult, pageSlice } from "@/lib/platform/kernel/page";
import { defineQuery } from "@/lib/platform/operations/operation";
import { foundAccount } from "@/lib/staff/core/schema";

const input = z.object({
  q: z.string().trim().max(200).default("").describe("Part of a name, a number, or a person's name or address"),
  ...pageInput,
});

/** Finds customers' accounts by what somebody on the telephone says: a name, a number, their own address. */
export const findAccounts = defineQuery({
  name: "staff.accounts",
  permission: "staff.accounts.find",
  scope: "staff",
  summary: "Find accounts by name, number or a person on them",
  input,
  output: pageOf(foundAccount),
  http: { method: "GET", path: "/staff/accounts" },
  run: async ({ db }, { q, page }) => {
    const people: Prisma.ContactWhereInput = {
      status: { not: "removed" },
      OR: [{ email: contains(q) }, { name: contains(q) }],
    };
    const own = [{ name: contains(q) }, { legalName: contains(q) }, { number: contains(q) }];
    const where: Prisma.AccountWhereInput = q === "" ? {} : { OR: [...own, { contacts: { some: people } }] };
    const total = await db.account.count({ where });
    const found = await db.account.findMany({
      where,
      select: { ...columns, contacts: { where: people, select: person, orderBy: { name: "asc" }, take: 3 } },
      orderBy: [{ status: "asc" }, { name: "asc" }, { id: "asc" }],
      ...pageSlice(page),
    });
    const items = found.map(({ contacts, legalName, ...account }) => {
      const byItself = [account.name, account.number, legalName].some((text) => has(text, q));
      return { ...account, foundBy: byItself ? [] : contacts };
    });
    return pageResult(items, total, page);
  },
});

const person = { name: true, email: true } as const;

const columns = {
  id: true,
  number: true,
  name: true,
  legalName: true,
  status: true,
  owner: { select: person },
} as const;

const has = (text: string, part: string): boolean => text.toLowerCase().includes(part.toLowerCase());
