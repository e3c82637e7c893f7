import type { Transaction } from "@/lib/platform/db/scoped-db";
import { asWorker } from "@/lib/platform/db/transaction";

/** A message claimed by this worker alone until its lease expires. */
export interface ClaimedDelivery {
  readonly id: string;
  readonly accountId: string;
  readonly serviceId: string;
  readonly endpointId: string;
  readonly event: string;
  readonly payload: string;
  /** This attempt included. */
  readonly attempts: number;
  readonly url: string;
  readonly secret: string;
}

/**
 * Claims messages that are due, like mail (lib/platform/mail/claim-mail.ts). One whose worker died is sent again: a
 * receiver recognises it by its id.
 */
export const claimDeliveries = (now: Date, leaseUntil: Date, limit: number): Promise<ClaimedDelivery[]> =>
  asWorker(
    (db) => (db as Transaction).$queryRaw<ClaimedDelivery[]>`
      with due as materialized (select "id" from "ProvisioningDelivery" where "status" = 'queued' and "nextTryAt" <= ${now}
        order by "nextTryAt", "id" limit ${limit} for update skip locked)
      update "ProvisioningDelivery" d set "attempts" = d."attempts" + 1, "claimedAt" = ${now}, "nextTryAt" = ${leaseUntil}
      from due, "ProvisioningEndpoint" e where d."id" = due."id" and e."id" = d."endpointId"
      returning d."id", d."accountId", d."serviceId", d."endpointId", d."event", d."payload", d."attempts", e."url", e."secret"`,
  );
