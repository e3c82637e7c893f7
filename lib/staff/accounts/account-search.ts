import type { Prisma } from "@/lib/platform/db/generated/client";
import { searchFilter } from "@/lib/platform/kernel/search-filter";

/** Accounts that have every word in their own name, legal name or number. */
export const ownSearch = (q: string): Prisma.AccountWhereInput => searchFilter(q, (part) => [{ search: part }]);

/** People on an account who have every word in their name, address or job title. */
export const peopleSearch = (q: string): Prisma.ContactWhereInput => ({
  status: { not: "removed" },
  ...searchFilter(q, (part) => [{ nameSearch: part }, { detailsSearch: part }]),
});
