import type { Prisma } from "@/lib/platform/db/generated/client";
import type { Context } from "@/lib/platform/operations/operation";
import { searchAccount } from "@/lib/platform/operations/search-account";

/** A filter of services that have each word of `typed` in their own name or their product's. */
export const withWords = (context: Context<"account">, typed: string): Promise<Prisma.ServiceWhereInput> =>
  searchAccount<Prisma.ServiceWhereInput>(context.db, typed, ["service"], (word) => {
    const named = word.rows("service");
    return named === null ? [{ nameSearch: word.part }, { product: { nameSearch: word.part } }] : [named];
  });
