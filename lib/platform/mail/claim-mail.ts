import type { Transaction } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";

/** A mail claimed by this worker alone until its lease expires. */
export interface ClaimedMail {
  readonly id: string;
  readonly accountId: string | null;
  /** Of whom something is asked before it is sent, if of anybody: a contact, or somebody of staff. */
  readonly contactId: string | null;
  readonly personId: string | null;
  readonly permission: string | null;
  readonly about: string | null;
  readonly aboutIds: readonly string[];
  readonly toAddress: string;
  readonly toName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  readonly unsubscribe: string | null;
  /** An invitation for their calendar, or the end of one: iCalendar. */
  readonly calendar: string | null;
  /** Where an answer goes, and a bounce; null: to the sender. */
  readonly replyTo: string | null;
  readonly bounceTo: string | null;
  /** The conversation it continues. */
  readonly inReplyTo: string | null;
  readonly references: readonly string[];
  /** This attempt included. */
  readonly attempts: number;
  /** How many earlier claims ended without a known outcome. */
  readonly lostClaims: number;
}

/**
 * Claims waiting mail for sending, the longest waiting first. Parallel workers never claim the same row: rows
 * being claimed are skipped, and claimed rows wait until `leaseUntil`. A row whose lease expired
 * without an outcome is claimed again and counted as lost once more. Due rows are selected once, in a materialized CTE:
 * with a subquery per row PostgreSQL could select the next ones each time, exceeding the limit.
 */
export const claimMail = (now: Date, leaseUntil: Date, limit: number): Promise<ClaimedMail[]> =>
  asWorker(
    (db) => (db as Transaction).$queryRaw<ClaimedMail[]>`
      with due as materialized (select "id" from "OutboxMail" where "status" = 'queued' and "nextTryAt" <= ${now}
        order by "nextTryAt", "id" limit ${limit} for update skip locked)
      update "OutboxMail" m set "attempts" = m."attempts" + 1, "claimedAt" = ${now}, "nextTryAt" = ${leaseUntil},
        "lostClaims" = m."lostClaims" + case when m."claimedAt" is null then 0 else 1 end
      from due where m."id" = due."id"
      returning m."id", m."accountId", m."contactId", m."personId", m."permission", m."about", m."aboutIds"::text[] as "aboutIds", m."toAddress", m."toName", m."subject", m."html", m."text", m."messageId", m."unsubscribe", m."calendar", m."attempts", m."lostClaims",
        m."replyTo", m."bounceTo", m."inReplyTo", m."references"`,
  );
