import { env } from "@/lib/platform/config/env";

/** The page where a role request is answered, for emails. */
export const roleRequestHref = (accountId: string, requestId: string): string =>
  `${env().PORTAL_URL}/a/${accountId}/people/role-requests/${requestId}`;
