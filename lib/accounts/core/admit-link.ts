import { consume, type Limit } from "@/lib/platform/operations/rate-limit";

const linkLimit: Limit = { name: "link", points: 10, seconds: 24 * 60 * 60 };

/** A list of five hundred, and more than a company invites by hand on its first day, and far fewer than spam needs. */
const accountLimit: Limit = { name: "link-account", points: 600, seconds: 24 * 60 * 60 };

/**
 * Limits links emailed to unconfirmed addresses: ten a day per address across all accounts, so that the portal can't
 * flood an inbox, and six hundred per account, so that it can't send spam. Throws `too-many`.
 */
export async function admitLink(accountId: string, email: string): Promise<void> {
  await consume(accountLimit, accountId);
  await consume(linkLimit, email);
}
