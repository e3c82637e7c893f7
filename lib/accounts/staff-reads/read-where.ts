import type { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { endOfDay, startOfDay } from "@/lib/platform/kernel/day-in-zone";
import type { Context } from "@/lib/platform/operations/operation";
import type { readFilters } from "./schema";

type Filters = z.output<z.ZodObject<typeof readFilters>>;

/** The requested lines of the account. Days are in the viewer's time zone. */
export function readWhere(
  { account, actor }: Context<"account">,
  { person, changes, from, to }: Filters,
): Prisma.StaffReadWhereInput {
  const { timeZone } = actor;
  return {
    accountId: account.id,
    AND: [
      person ? { personId: person } : {},
      changes ? { changes: changes === "changed" } : {},
      from ? { lastAt: { gte: startOfDay(from, timeZone) } } : {},
      to ? { lastAt: { lt: endOfDay(to, timeZone) } } : {},
    ],
  };
}
