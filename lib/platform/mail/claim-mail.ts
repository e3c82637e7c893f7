import type { Transaction } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";

/** A mail that this worker alone is to send until its lease is over. */
export interface ClaimedMail {
  readonly id: string;
  readonly toAddress: string;
  readonly toName: string;
  readonly subject: string;
  readonly html: string;
  readonly text: string;
  readonly messageId: string;
  readonly unsubscribe: string | null;
  /** This attempt included. */
  readonly attempts: number;
  /** How often it was claimed before without anybody learning what became of it. */
  readonly lostClaims: number;
}

/**
 * Takes waiting mail for sending, the longest waiting first. Workers beside each other never take the same row: a row
 * that another is just taking is skipped, and a row that was taken waits until `leaseUntil`. One whose lease ran out
 * without an outcome is taken again and counted as lost once more. What is due is found once, whatever plan PostgreSQL
 * makes: a subquery that it runs for each row takes the next ones every time, beyond the limit.
 */
export const claimMail = (now: Date, leaseUntil: Date, limit: number): Promise<ClaimedMail[]> =>
  asWorker(
    (db) => (db as Transaction).$queryRaw<ClaimedMail[]>`
      with due as materialized (select "id" from "OutboxMail" where "status" = 'queued' and "nextTryAt" <= ${now}
        order by "nextTryAt", "id" limit ${limit} for update skip locked)
      update "OutboxMail" m set "attempts" = m."attempts" + 1, "claimedAt" = ${now}, "nextTryAt" = ${leaseUntil},
        "lostClaims" = m."lostClaims" + case when m."claimedAt" is null then 0 else 1 end
      from due where m."id" = due."id"
      returning m."id", m."toAddress", m."toName", m."subject", m."html", m."text", m."messageId", m."unsubscribe", m."attempts", m."lostClaims"`,
  );
