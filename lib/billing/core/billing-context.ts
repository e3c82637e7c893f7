import type { AccountMember } from "@/lib/platform/db/load-subject";
import { lockAccount } from "@/lib/platform/db/lock-account";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";

/** One account's money at hand: the context of an operation is one, and so is a job's. */
export interface BillingContext {
  readonly db: ScopedDb;
  readonly account: { readonly id: string; readonly name: string };
  readonly now: Date;
}

/** Work that tells the account's people what became of it. */
export interface NotifyingContext extends BillingContext {
  readonly people: () => Promise<AccountMember[]>;
}

/**
 * Whatever moves money of an account takes this first, until its transaction ends: so movements follow one another and
 * each is decided on what the one before left behind.
 */
export const lockMoney = ({ db, account }: BillingContext): Promise<void> => lockAccount(db, account.id);
