import type { AccountMember } from "@/lib/platform/db/load-subject";
import { lockAccount } from "@/lib/platform/db/lock-account";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";

/** What code that moves an account's money needs; operations and jobs both provide it. */
export interface BillingContext {
  readonly db: ScopedDb;
  readonly account: { readonly id: string; readonly name: string };
  readonly now: Date;
}

/** The same for code that also notifies the account's people. */
export interface NotifyingContext extends BillingContext {
  readonly people: () => Promise<AccountMember[]>;
}

/**
 * Locks an account's money until the transaction ends. Everything that moves money takes it first, so movements are
 * serialized and each one is decided on the result of the one before.
 */
export const lockMoney = ({ db, account }: BillingContext): Promise<void> => lockAccount(db, account.id);
