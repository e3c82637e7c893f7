import type { IncomingHttpHeaders } from "node:http";
import { isOwnOrigin } from "@/lib/http/origin";

/**
 * Overwrites what a proxy or caller says about the portal's address before Next reads it: PORTAL_URL decides.
 * Otherwise Next rejects every form if the proxy passes on its own host, and calls itself over HTTPS after a form. A
 * form from our own pages comes from the address it is sent to.
 */
export function takeOwnAddress(headers: IncomingHttpHeaders): void {
  for (const name of ["x-forwarded-host", "x-forwarded-port", "x-forwarded-proto", "forwarded"]) delete headers[name];
  const { origin } = headers;
  if (origin !== undefined && isOwnOrigin(origin)) headers.host = new URL(origin).host;
}
