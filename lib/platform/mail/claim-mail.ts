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
 * Claims a waiting mail for sending, the one that waits longest and isn't to one of the `busy` domains; undefined if there is none.
 * Parallel workers never claim the same row: a row being claimed is skipped, and a claimed one waits until `leaseUntil`. A row whose
 * lease expired without an outcome is claimed again and counted as lost once more. The due row is selected once, in a materialized
 * CTE: with a subquery per row PostgreSQL could select the next one each time, exceeding the limit.
 */
export async function claimMail(
  now: Date,
  leaseUntil: Date,
  busy: readonly string[],
): Promise<ClaimedMail | undefined> {
  const [claimed] = await asWorker(
    (db) => (db as Transaction).$queryRaw<ClaimedMail[]>`
      with due as materialized (select "id" from "OutboxMail" where "status" = 'queued' and "nextTryAt" <= ${now}
          and lower(split_part("toAddress", '@', 2)) <> all (${busy}::text[])
        order by "nextTryAt", "id" limit 1 for update skip locked)
      update "OutboxMail" m set "attempts" = m."attempts" + 1, "claimedAt" = ${now}, "nextTryAt" = ${leaseUntil},
        "lostClaims" = m."lostClaims" + case when m."claimedAt" is null then 0 else 1 end
      from due where m."id" = due."id"
      returning m."id", m."accountId", m."contactId", m."personId", m."permission", m."about", m."aboutIds"::text[] as "aboutIds", m."toAddress", m."toName", m."subject", m."html", m."text", m."messageId", m."unsubscribe", m."calendar", m."attempts", m."lostClaims",
        m."replyTo", m."bounceTo", m."inReplyTo", m."references"`,
  );
  return claimed;
}
