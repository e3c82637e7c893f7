import type { StaffApproval, StaffStanding } from "@/lib/policy/staff-visit";
import { Prisma } from "./generated/client";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";

export interface StandingJson {
  approval: StaffApproval;
  visit: { id: string; approved: boolean; needsApproval: boolean; endsAt: string } | null;
}

const visitOf = (accountId: Prisma.Sql, personId: Prisma.Sql) => Prisma.sql`(select jsonb_build_object('id', v."id",
    'approved', v."approval" = 'approved', 'needsApproval', v."needsApproval", 'endsAt', v."endsAt") from "StaffVisit" v
  where v."accountId" = ${accountId} and v."personId" = ${personId} and v."endedAt" is null and v."endsAt" > clock_timestamp())`;

/** A column of the query that loads the viewer, so that it is asked again with every request and costs none of its own. */
export const standing = Prisma.sql`case when a."id" is not null and cardinality(p."staffRoles") > 0 then jsonb_build_object(
  'approval', a."staffApproval", 'visit', ${visitOf(Prisma.sql`a."id"`, Prisma.sql`p."personId"`)}) end`;

export const toStanding = (row: StandingJson | null): StaffStanding | null =>
  row === null
    ? null
    : { approval: row.approval, visit: row.visit && { ...row.visit, endsAt: new Date(row.visit.endsAt) } };

/** For an operation that isn't within an account, and shows a record of one. Null if there is no such account. */
export async function loadStanding(db: ScopedDb, personId: string, accountId: string): Promise<StaffStanding | null> {
  const visit = visitOf(Prisma.sql`a."id"`, Prisma.sql`${personId}::uuid`);
  const [row] = await queryRows<{ standing: StandingJson }>(
    db,
    Prisma.sql`select jsonb_build_object('approval', a."staffApproval", 'visit', ${visit}) as standing
      from "Account" a where a."id" = ${accountId}::uuid`,
  );
  return toStanding(row?.standing ?? null);
}
