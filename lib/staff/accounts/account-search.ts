import type { Prisma } from "@/lib/platform/db/generated/client";
import type { ScopedDb, Transaction } from "@/lib/platform/db/scoped-db";
import { join, type Sql, sql } from "@/lib/platform/db/sql";
import { COUNT_LIMIT } from "@/lib/platform/kernel/page";
import { escapeLike, searchFilter } from "@/lib/platform/kernel/search-filter";
import { searchWords } from "@/lib/platform/kernel/search-text";

/** People with every word in their name, email address or job title. */
export const peopleSearch = (q: string): Prisma.ContactWhereInput => ({
  status: { not: "removed" },
  ...searchFilter(q, (part) => [{ nameSearch: part }, { detailsSearch: part }]),
});

/**
 * Accounts with every word in their name, legal name or number, or with such a person. Looked up in each table by its
 * own index, as an OR across both has none; a search that finds more than a list counts is left to the list's order,
 * which soon finds a page of them.
 */
export async function accountsFound(db: ScopedDb, q: string): Promise<Prisma.AccountWhereInput> {
  const words = searchWords(q);
  if (words.length === 0) return {};
  const inOrder = { OR: [searchFilter(q, (part) => [{ search: part }]), { contacts: { some: peopleSearch(q) } }] };
  // One or two characters have no trigram, and are in so many names that the list's order soon finds a page of them.
  if (words.every((word) => word.length < 3)) return inOrder;
  const every = (has: (part: string) => Sql) =>
    join(
      words.map((word) => has(`%${escapeLike(word)}%`)),
      " and ",
    );
  const found = await (db as Transaction).$queryRaw<{ id: string }[]>`
    (select a."id" from "Account" a where ${every((part) => sql`a."search" like ${part}`)} limit ${COUNT_LIMIT})
    union (select c."accountId" from "Contact" c where c."status" <> 'removed'
      and ${every((part) => sql`(c."nameSearch" like ${part} or c."detailsSearch" like ${part})`)} group by 1 limit ${COUNT_LIMIT})`;
  return found.length < COUNT_LIMIT ? { id: { in: found.map(({ id }) => id) } } : inOrder;
}
