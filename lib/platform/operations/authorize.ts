import { Sql, sql } from "@/lib/platform/db/sql";
import { can, where } from "@/lib/policy/evaluate";
import { hasSqlWhere, toPrismaWhere, toSqlWhere } from "@/lib/policy/filter";
import type { RecordPermission } from "@/lib/policy/needs";
import type { Permission } from "@/lib/policy/permissions";
import { forbidden } from "./forbidden";
import type { Context } from "./operation";

/**
 * The Prisma filter of the rows on which the viewer holds a permission, within the current account, combined with
 * `extra`. Lists, single reads and the `where` of an `updateMany` all use it.
 */
export function accessibleWhere<P extends RecordPermission, W extends object>(
  context: Pick<Context, "viewer" | "account">,
  permission: P,
  extra?: W,
): W {
  const { account } = context;
  const parts = [...(account === null ? [] : [{ accountId: account.id }]), ...(extra === undefined ? [] : [extra])];
  return toPrismaWhere(where(context.viewer, permission), { AND: parts }) as object as W;
}

/** The same rows as `accessibleWhere`, as an SQL condition on `table`, for reads that are one statement. */
export function accessibleSql(
  context: Pick<Context, "viewer" | "account">,
  permission: RecordPermission,
  table: string,
): Sql {
  const { strings, values } = toSqlWhere(where(context.viewer, permission), table);
  const allowed = new Sql(strings, values);
  const { account } = context;
  return account === null
    ? allowed
    : sql`${new Sql([`${table}."accountId" = `, "::uuid"], [account.id])} and ${allowed}`;
}

/** The same where the viewer's filter can be written so; null if it reads a relation, which is for Prisma. */
export const accessibleSqlOrNull = (
  context: Pick<Context, "viewer" | "account">,
  permission: RecordPermission,
  table: string,
): Sql | null => (hasSqlWhere(where(context.viewer, permission)) ? accessibleSql(context, permission, table) : null);

/** Throws a denial unless the viewer holds `permission` on `record`, which they can already see. */
export async function authorize(context: Context, permission: Permission, record?: object): Promise<void> {
  if (can(context.viewer, permission as never, record as never)) return;
  throw await forbidden(context.viewer, permission, context.people, record);
}
