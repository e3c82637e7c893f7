import { env } from "@/lib/platform/config/env";

/** Whom passkeys are for: the configured address, never what a request claims. */
export function relyingParty(): { readonly id: string; readonly origin: string } {
  const { hostname, origin } = new URL(env().PORTAL_URL);
  return { id: hostname, origin };
}
