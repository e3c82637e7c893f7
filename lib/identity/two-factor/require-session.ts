import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Context } from "@/lib/platform/operations/operation";

/** How somebody signs in is changed by themselves, in a browser: a token must not be able to lock its owner out. */
export function requireSession({ viewer }: Pick<Context, "viewer">): void {
  if (viewer.subject.gates.tokenPermissions === null) return;
  throw new Problem("conflict", t("Two-factor sign-in is changed in the browser, not with an API token."));
}
