import type { OwnAccount } from "@/lib/identity/core/schema";

/**
 * Where somebody lands who has signed in: of the accounts that are of most use to them (first in the list), the one they
 * have been on for the longest.
 */
export const homeAccount = (accounts: readonly OwnAccount[]): OwnAccount | undefined =>
  accounts
    .filter(({ standing }) => standing === accounts[0]?.standing)
    .reduce<OwnAccount | undefined>((home, one) => (home && home.since <= one.since ? home : one), undefined);
