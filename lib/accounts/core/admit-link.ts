import { consume, type Limit } from "@/lib/platform/operations/rate-limit";

const linkLimit: Limit = { name: "link", points: 10, seconds: 24 * 60 * 60 };

/** More than a company moves in with on one day, and far fewer than somebody needs who sends mail in our name. */
const accountLimit: Limit = { name: "link-account", points: 300, seconds: 24 * 60 * 60 };

/**
 * Before a link is mailed to an address that nobody has confirmed: ten a day from all accounts together, so that the
 * portal cannot be used to fill somebody's mailbox, and three hundred from one account, so that it cannot be used to
 * write to everybody. Throws `too-many`.
 */
export async function admitLink(accountId: string, email: string): Promise<void> {
  await consume(accountLimit, accountId);
  await consume(linkLimit, email);
}
