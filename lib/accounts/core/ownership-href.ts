import { env } from "@/lib/platform/config/env";

/** The page on which an offer of ownership is answered, for mails. */
export const ownershipHref = (accountId: string): string => `${env().PORTAL_URL}/a/${accountId}/people/ownership`;
