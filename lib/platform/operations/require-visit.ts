import type { RequestScope } from "@/lib/platform/db/request-scope";
import { Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { missingForVisit, type StaffStanding } from "@/lib/policy/staff-visit";
import type { AnyOperation } from "./operation";
import { whyUnlisted } from "./unlisted";

type Visiting = Pick<RequestScope, "actor" | "standing"> & { readonly account: { readonly id: string } | null };

/** Who of staff is behind a request: also while they look as somebody else. Null for everyone else. */
export function staffBehind({ actor }: Pick<RequestScope, "actor">) {
  const asked = actor.look?.looker ?? actor;
  return asked.isStaff ? asked : null;
}

/**
 * Staff open an account's records for a reason that the customer reads, and with the owner's approval if the account wants that. Asked
 * with every operation, so an end acts at once. Throws `refused` and says what is missing.
 */
export function requireVisit(scope: Visiting, operation: AnyOperation): void {
  if (operation.scope !== "account" || whyUnlisted(operation) !== null || staffBehind(scope) === null) return;
  const { standing, account } = scope;
  if (standing !== null && account !== null) requireStanding(standing, account.id, operation);
}

/** The same for an operation that isn't within an account, once it is known of which one its record is. */
export function requireStanding(standing: StaffStanding, accountId: string, operation: AnyOperation): void {
  const { permission, loginDetails = false } = operation;
  const missing = missingForVisit(standing, { permission, loginDetails });
  if (missing === null) return;
  throw new Problem("refused", sentenceOf(missing, standing), {
    reason: `visit-${missing}`,
    visitAccountId: accountId,
  });
}

function sentenceOf(missing: "reason" | "approval", { visit }: StaffStanding): string {
  if (missing === "reason") return t("Say first why you need this account's records. The customer can read it.");
  return visit?.needsApproval
    ? t("This waits for an approval. You have access as soon as it is given.")
    : t("This account wants to approve it first. Ask its owner.");
}
