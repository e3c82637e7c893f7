import type { z } from "zod";
import type { Prisma } from "@/lib/platform/db/generated/client";
import { endOfDay, startOfDay } from "@/lib/platform/kernel/day-in-zone";
import { accessibleWhere } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import { searchAccount } from "@/lib/platform/operations/search-account";
import type { RecordPermission } from "@/lib/policy/needs";
import { entryOf, type Permission, permissionKeys } from "@/lib/policy/permissions";
import type { activityFilters } from "./schema";
import { shownEvents } from "./shown-events";

const MOST_NAMED = 500;

type Filters = z.output<z.ZodObject<typeof activityFilters>>;
type ActivityPermission = Extract<RecordPermission, `activity.${string}`>;

/**
 * The requested rows of the account's log, among those `permission` covers. Dates are in the viewer's time zone. Filters
 * by account explicitly, because the viewer's own sign-ins, which belong to no account, are readable too.
 */
export async function activityWhere(
  context: Context<"account">,
  permission: ActivityPermission,
  filters: Filters,
): Promise<Prisma.AuditEventWhereInput> {
  const { outcome, area, operation, from, to } = filters;
  const { timeZone } = context.actor;
  return accessibleWhere(context, permission, {
    accountId: context.account.id,
    AND: [
      shownEvents(context),
      byPerson(filters.person),
      ...(filters.name ? [await byName(context, filters.name)] : []),
      outcome ? { outcomeKey: outcome } : {},
      area ? { permission: { in: permissionsOf(area) } } : {},
      operation ? { operation: { startsWith: operation } } : {},
      from ? { at: { gte: startOfDay(from, timeZone) } } : {},
      to ? { at: { lt: endOfDay(to, timeZone) } } : {},
    ],
  });
}

function byPerson(person: Filters["person"]): Prisma.AuditEventWhereInput {
  if (person === undefined) return {};
  return person === "staff" ? { actorIsStaff: true } : { actorContactId: person };
}

/** People of the account, up to a limit: the log keeps the names of then, which no index finds. */
async function byName({ db, account }: Context<"account">, name: string): Promise<Prisma.AuditEventWhereInput> {
  const search = await searchAccount(db, name, ["name"], (word) => [word.rows("name") ?? { nameSearch: word.part }]);
  const found = await db.contact.findMany({
    where: { accountId: account.id, ...search },
    select: { id: true },
    take: MOST_NAMED,
  });
  return { actorContactId: { in: found.map(({ id }) => id) } };
}

const permissionsOf = (area: NonNullable<Filters["area"]>): Permission[] =>
  permissionKeys.filter((key) => entryOf(key).area === area);
