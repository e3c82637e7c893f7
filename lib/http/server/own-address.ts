import type { IncomingHttpHeaders } from "node:http";
import { isOwnOrigin } from "@/lib/http/origin";

/**
 * What a proxy says of the portal's address, or whoever calls, taken out of a request before Next reads it: PORTAL_URL
 * says it. Next would refuse every form where the proxy passes on a host of its own, and after a form would call itself
 * by HTTPS where the proxy was called by it. A form of a page of ours comes from the address it was sent to.
 */
export function takeOwnAddress(headers: IncomingHttpHeaders): void {
  for (const name of ["x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "forwarded"]) delete headers[name];
  const { origin } = headers;
  if (origin !== undefined && isOwnOrigin(origin)) headers.host = new URL(origin).host;
}
