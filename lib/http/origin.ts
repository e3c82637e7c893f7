import { env } from "@/lib/platform/config/env";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";

const LOOPBACK = /^(localhost|127\.0\.0\.1|\[::1\])$/;

/**
 * A browser with a cookie must come from one of our pages: compared with the configured address, never with what the
 * request claims. Outside production all loopback names are equivalent.
 */
export function requireOwnOrigin(origin: string | null): void {
  if (origin === null || !isOwnOrigin(origin)) {
    throw new Problem("refused", t("This request didn't come from a page of the portal."));
  }
}

/** Whether that origin is the portal's own. */
export function isOwnOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const ours = new URL(env().PORTAL_URL);
  const theirs = new URL(origin);
  if (theirs.origin === ours.origin) return true;
  const bothLocal = LOOPBACK.test(theirs.hostname) && LOOPBACK.test(ours.hostname) && theirs.port === ours.port;
  return env().PORTAL_MODE !== "production" && bothLocal;
}
