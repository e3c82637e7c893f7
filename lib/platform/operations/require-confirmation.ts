import type { RequestScope } from "@/lib/platform/db/request-scope";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import type { Caller } from "./caller";
import type { AnyOperation } from "./operation";

/** How long a proof of who is asking is good for. */
export const CONFIRMED_MINUTES = 10;

/**
 * Throws `confirmation-needed` if a sensitive operation is asked for in a session that wasn't confirmed lately. An API token
 * can't be asked: it was created in a confirmed session, for permissions that were chosen one by one. Whatever else acts for a
 * person, such as an email they sent, never gets that far.
 */
export function requireConfirmation(
  { credential }: Caller,
  { confirmation, now }: Pick<RequestScope, "confirmation" | "now">,
  operation: AnyOperation,
): void {
  if (operation.kind === "query" || operation.stepUp === undefined || credential?.by === "token") return;
  if (operation.stepUp === "with-factor" && !confirmation.hasFactor) return;
  const { at } = confirmation;
  if (at !== null && now.getTime() - at.getTime() < CONFIRMED_MINUTES * 60_000) return;
  throw new Problem(
    "confirmation-needed",
    t("Confirm that it's you with your password, or a code if you use two-factor sign-in."),
  );
}
