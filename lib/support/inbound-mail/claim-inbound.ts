import { lockName } from "@/lib/platform/db/lock-name";
import type { Transaction } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";

/** A mail claimed by this worker alone until its lease expires. */
export interface ClaimedInbound {
  readonly id: string;
  /** This one included: with the id, what the worker signs in with as the mail's sender. */
  readonly attempts: number;
  readonly claimedAt: Date;
  readonly entrance: string;
  readonly envelopeFrom: string;
  readonly envelopeTo: string;
  readonly clientIp: string | null;
  readonly helo: string | null;
  readonly trustedResults: string | null;
  readonly messageId: string | null;
  readonly contentHash: string;
  readonly raw: Uint8Array | null;
  readonly rawSecret: string | null;
  readonly decision: "join" | "open" | "choose" | null;
  readonly decidedTicket: number | null;
  readonly decidedAccount: string | null;
  readonly decidedById: string | null;
}

/** Longer than any attempt takes. */
const LEASE_MINUTES = 5;

/**
 * Claims the oldest mail that is due, or the one that is named. Of mails with the same content one is processed at a
 * time, so that a mail to several of our addresses is added once; claiming is brief and takes turns.
 */
export const claimInbound = (now: Date, only: string | null = null): Promise<ClaimedInbound | null> =>
  asWorker(async (db) => {
    await lockName(db, "inbound mail");
    const [claimed = null] = await (db as Transaction).$queryRaw<ClaimedInbound[]>`
      with due as materialized (select m."id" from "InboundMail" m where m."state" <> 'done' and m."nextTryAt" <= ${now}
        and (${only}::uuid is null or m."id" = ${only}::uuid)
        and not exists (select 1 from "InboundMail" o where o."contentHash" = m."contentHash" and o."id" <> m."id"
          and o."state" = 'running' and o."nextTryAt" > ${now})
        order by m."nextTryAt", m."receivedAt", m."onceKey" is null, m."envelopeTo" !~ '^support[+]', m."id" limit 1)
      update "InboundMail" m set "state" = 'running', "attempts" = m."attempts" + 1, "claimedAt" = ${now},
        "nextTryAt" = ${addMinutes(now, LEASE_MINUTES)}
      from due where m."id" = due."id"
      returning m."id", m."attempts", m."claimedAt", m."entrance", m."envelopeFrom", m."envelopeTo", m."clientIp", m."helo",
        m."trustedResults", m."messageId", m."contentHash", m."raw", m."rawSecret", m."decision", m."decidedTicket", m."decidedAccount", m."decidedById"`;
    return claimed;
  });
