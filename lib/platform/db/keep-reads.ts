import { createHash } from "node:crypto";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import { sql } from "./sql";

/** What a member of staff was shown of an account, or did there. */
export interface StaffReadLine {
  readonly accountId: string;
  readonly personId: string;
  readonly staffName: string;
  readonly operation: string;
  readonly activity: string;
  readonly changes: boolean;
  readonly recordType: string | null;
  readonly recordId: string | null;
  readonly recordName: string | null;
  readonly asName: string | null;
  readonly visitId: string | null;
  readonly at: Date;
}

/** What is repeated within so many minutes is one line with a count. */
export const FOLD_MINUTES = 10;

/**
 * Writes lines of one account, in one statement that can be sent together with the commit. In the order of their keys, so that two
 * requests with the same lines wait for each other instead of locking each other out.
 */
export async function keepReads(db: ScopedDb, lines: readonly StaffReadLine[]): Promise<void> {
  const rows = [...new Map(lines.map((line) => [foldKeyOf(line), line]))].map(([foldKey, line]) => ({
    ...line,
    foldKey,
  }));
  await queryRows(
    db,
    sql`insert into "StaffRead" ("id", "accountId", "personId", "staffName", "operation", "activity", "changes", "recordType",
        "recordId", "recordName", "asName", "visitId", "firstAt", "lastAt", "foldKey")
      select gen_random_uuid(), r."accountId", r."personId", r."staffName", r."operation", r."activity", r."changes", r."recordType",
        r."recordId", r."recordName", r."asName", r."visitId", r."at", r."at", r."foldKey"
      from jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) as r ("accountId" uuid, "personId" uuid, "staffName" text, "operation" text,
        "activity" text, "changes" boolean, "recordType" text, "recordId" uuid, "recordName" text, "asName" text, "visitId" uuid,
        "at" timestamptz, "foldKey" text)
      order by r."foldKey"
      on conflict ("accountId", "foldKey") do update set "times" = "StaffRead"."times" + 1,
        "lastAt" = greatest("StaffRead"."lastAt", excluded."lastAt")`,
  );
}

/** Who, what, why, and within which minutes. */
function foldKeyOf({ personId, operation, recordId, asName, visitId, at }: StaffReadLine): string {
  const minutes = Math.floor(at.getTime() / (FOLD_MINUTES * 60_000));
  const parts = JSON.stringify([personId, operation, recordId, asName, visitId, minutes]);
  return createHash("sha256").update(parts).digest("base64url");
}
