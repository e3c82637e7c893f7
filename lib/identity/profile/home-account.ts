import type { OwnAccount } from "@/lib/identity/core/schema";

/**
 * The account to open after sign-in: among the most useful ones (first in the list), the one the person has belonged to
 * longest.
 */
export const homeAccount = (accounts: readonly OwnAccount[]): OwnAccount | undefined =>
  accounts
    .filter(({ standing }) => standing === accounts[0]?.standing)
    .reduce<OwnAccount | undefined>((home, one) => (home && home.since <= one.since ? home : one), undefined);
