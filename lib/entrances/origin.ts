import { env } from "@/lib/config/env";
import { Problem } from "@/lib/kernel/problem";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * A browser that carries a cookie must come from a page of ours: compared with the configured address, never with what
 * the request says of itself. On a machine of one's own (not in production) the loopback names stand for each other.
 */
export function requireOwnOrigin(origin: string | null): void {
  if (origin === null || !URL.canParse(origin)) throw foreign();
  const ours = new URL(env().PORTAL_URL);
  const theirs = new URL(origin);
  if (theirs.origin === ours.origin) return;
  const bothLocal = LOOPBACK.test(theirs.hostname) && LOOPBACK.test(ours.hostname) && theirs.port === ours.port;
  if (env().PORTAL_MODE === "production" || !bothLocal) throw foreign();
}

const foreign = () => new Problem("refused", "This request did not come from a page of the portal.");
