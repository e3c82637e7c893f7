import { env } from "@/lib/platform/config/env";

/** What authenticators sign with in practice: Ed25519, ES256 and RS256. */
export const signatures = [-8, -7, -257];

/** Whom passkeys are for: the configured address, never what a request claims. */
export function relyingParty(): { readonly id: string; readonly origin: string } {
  const { hostname, origin } = new URL(env().PORTAL_URL);
  return { id: hostname, origin };
}
