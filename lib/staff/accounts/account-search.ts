import type { Prisma } from "@/lib/platform/db/generated/client";
import { searchFilter } from "@/lib/platform/kernel/search-filter";

/** Accounts with every word in their name, legal name or number. */
export const ownSearch = (q: string): Prisma.AccountWhereInput => searchFilter(q, (part) => [{ search: part }]);

/** People with every word in their name, email address or job title. */
export const peopleSearch = (q: string): Prisma.ContactWhereInput => ({
  status: { not: "removed" },
  ...searchFilter(q, (part) => [{ nameSearch: part }, { detailsSearch: part }]),
});
