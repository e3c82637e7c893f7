import { queryRows } from "@/lib/platform/db/query-rows";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { join, sql } from "@/lib/platform/db/sql";
import { t } from "@/lib/platform/language/t";
import { accessibleSql } from "@/lib/platform/operations/authorize";
import type { Context } from "@/lib/platform/operations/operation";
import type { Permission } from "@/lib/policy/permissions";
import { type GrantableRecord, grantableOn, viewPermissionOf } from "@/lib/policy/record-grants";

/** A service or ticket that a permission is requested for, with what decisions about it read. */
export type RequestedRecord =
  | { readonly kind: "service"; readonly id: string; readonly name: string }
  | {
      readonly kind: "ticket";
      readonly id: string;
      readonly number: number;
      readonly subject: string;
      readonly serviceId: string | null;
      readonly openedByContactId: string | null;
      readonly department: "support" | "billing" | "sales";
    };

/**
 * The record of that kind on this account, whether or not the viewer may know of it; null if there is none. Ask before
 * showing anything of it.
 */
export async function findRecord(
  db: ScopedDb,
  accountId: string,
  kind: GrantableRecord,
  id: string,
): Promise<RequestedRecord | null> {
  if (kind === "service") {
    const service = await db.service.findFirst({ where: { accountId, id }, select: { id: true, name: true } });
    return service && { kind, ...service };
  }
  const ticket = await db.ticket.findFirst({
    where: { accountId, id },
    select: { id: true, number: true, subject: true, serviceId: true, openedByContactId: true, department: true },
  });
  return ticket && { kind, ...ticket };
}

/** What it is called, in the reader's language. */
export const recordName = (record: Named): string =>
  record.kind === "service"
    ? t("Service {name}", { name: record.name })
    : t("Ticket #{number}: {subject}", { number: String(record.number), subject: record.subject });

type Named =
  | { readonly kind: "service"; readonly name: string }
  | { readonly kind: "ticket"; readonly number: number; readonly subject: string };

interface Row {
  id: string;
  kind: GrantableRecord;
  number: number | null;
  name: string;
}

/** The names of those of the records that the viewer may see, by id. */
export async function namesOfRecords(
  context: Context<"account">,
  wanted: readonly { readonly permission: Permission; readonly recordId: string }[],
): Promise<ReadonlyMap<string, string>> {
  const of = (kind: GrantableRecord) =>
    wanted.filter(({ permission }) => grantableOn(permission) === kind).map(({ recordId }) => recordId);
  const services = of("service");
  const tickets = of("ticket");
  if (services.length + tickets.length === 0) return new Map();
  const parts = [
    sql`select s."id", 'service' as "kind", null::int as "number", s."name" from "Service" s
      where s."id" = any(${services}::uuid[]) and ${accessibleSql(context, viewPermissionOf.service, "s")}`,
    sql`select t."id", 'ticket' as "kind", t."number", t."subject" as "name" from "Ticket" t
      where t."id" = any(${tickets}::uuid[]) and ${accessibleSql(context, viewPermissionOf.ticket, "t")}`,
  ];
  const rows = await queryRows<Row>(context.db, join(parts, " union all "));
  return new Map(
    rows.map(({ id, kind, number, name }) => [
      id,
      kind === "service" ? recordName({ kind, name }) : recordName({ kind, number: number ?? 0, subject: name }),
    ]),
  );
}
