import { env } from "@/lib/platform/config/env";

/** The page where an ownership transfer is answered, for emails. */
export const ownershipHref = (accountId: string): string => `${env().PORTAL_URL}/a/${accountId}/people/ownership`;
