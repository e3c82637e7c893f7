import { consume, type Limit } from "@/lib/platform/operations/rate-limit";

const linkLimit: Limit = { name: "link", points: 10, seconds: 24 * 60 * 60 };

/** More invitations than a company sends on its first day, and far fewer than spam needs. */
const accountLimit: Limit = { name: "link-account", points: 300, seconds: 24 * 60 * 60 };

/**
 * Limits links emailed to unconfirmed addresses: ten a day per address across all accounts, so that the portal can't
 * flood an inbox, and three hundred per account, so that it can't send spam. Throws `too-many`.
 */
export async function admitLink(accountId: string, email: string): Promise<void> {
  await consume(accountLimit, accountId);
  await consume(linkLimit, email);
}
