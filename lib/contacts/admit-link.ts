import { type Limit, spend } from "@/lib/access/rate-limit";

const linkLimit: Limit = { name: "link", points: 10, seconds: 24 * 60 * 60 };

/**
 * Before a link is mailed to an address that nobody has confirmed: ten a day from all accounts together, so that the
 * portal cannot be used to fill somebody's mailbox. Throws `too-many`.
 */
export const admitLink = (email: string): Promise<void> => spend(linkLimit, email);
