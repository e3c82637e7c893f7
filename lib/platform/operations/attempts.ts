import type { RequestScope } from "@/lib/platform/db/request-scope";
import { withTransaction } from "@/lib/platform/db/transaction";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { type Said, say } from "@/lib/platform/language/say";
import { audit } from "./audit";
import type { Caller } from "./caller";
import type { AnyOperation, AuditNote } from "./operation";
import { countOver, type Limit } from "./rate-limit";

/** A denied or failed attempt, as logged. */
export interface Attempt {
  /** Null if an account was opened without executing an operation. */
  readonly operation: AnyOperation | null;
  readonly permission: string;
  readonly note: AuditNote;
  /** Only shown to staff: neither the customer whose record was requested nor the other one sees it. */
  readonly staffOnly: boolean;
}

/** The attempt behind a failed operation; null for other errors. */
export function attemptOf(operation: AnyOperation, input: unknown, accountId: string | null, error: unknown) {
  if (!(error instanceof Problem)) return null;
  // Asked for a reason, they give one or go away: nothing was denied.
  if (error.extra.reason === "visit-reason") return null;
  if (error.code === "refused") return refusedAttempt(operation, error);
  return error.code === "not-found" ? missedAttempt(operation, input, accountId) : null;
}

/** An account the caller has no access to, or that doesn't exist: the response doesn't reveal which. */
export const strangersAttempt = (operation: AnyOperation | undefined, accountId: string): Attempt => ({
  operation: operation ?? null,
  permission: operation?.permission ?? "account.view",
  note: {
    summary: operation
      ? say("{tried} on an account they don't belong to", { tried: tried(operation) })
      : say("Tried to open an account they don't belong to"),
    target: { type: ATTEMPT, id: accountId },
  },
  staffOnly: true,
});

/** The log's target type for an attempt; row-level security depends on this value. */
const ATTEMPT = "attempt";

/** Enough to notice repeated attempts; more would only fill the log. */
const KEPT_OF_A_PERSON: Limit = { name: "attempt", points: 100, seconds: 3600 };

/** In its own transaction: the operation has been rolled back, but the attempt must be logged. */
export async function logAttempt(caller: Caller, accountId: string | null, attempt: Attempt, now: Date): Promise<void> {
  const { credential } = caller;
  if (credential === null) return;
  await withTransaction({ credential, accountId, now, outsideLook: true }, async (scope) => {
    if (scope !== null) await logAttemptWithin(scope, caller, attempt);
  });
}

/** In the request's own transaction, which shows something else instead and is about to commit. */
export async function logAttemptWithin(scope: RequestScope, caller: Caller, attempt: Attempt): Promise<void> {
  const { operation, permission, note, staffOnly } = attempt;
  const { actor } = scope;
  if (staffOnly && (await countOver(KEPT_OF_A_PERSON, actor.personId)) > 0) return;
  const known = staffOnly ? null : (scope.account?.id ?? null);
  const db = scope.openLog(known);
  await audit(db, { caller, actor, accountId: known, operation, permission, outcome: "denied", note });
}

function refusedAttempt(operation: AnyOperation, { detail, extra }: Problem): Attempt {
  // An operation may check more than its own permission: log the one that was missing.
  const permission = extra.permission ?? operation.permission;
  return { operation, permission, note: { summary: tried(operation), details: { reason: detail } }, staffOnly: false };
}

/** A record that doesn't exist or isn't visible to the caller: not distinguished, so that both take the same time. */
function missedAttempt(operation: AnyOperation, input: unknown, accountId: string | null): Attempt {
  return {
    operation,
    permission: operation.permission,
    note: {
      summary: say("{tried} (not found or no access)", { tried: tried(operation) }),
      target: { type: ATTEMPT, id: accountId ?? "" },
      details: { asked: idsIn(input) },
    },
    staffOnly: true,
  };
}

function idsIn(input: unknown): Record<string, string> {
  const fields = Object.entries((input ?? {}) as Record<string, unknown>);
  return Object.fromEntries(fields.filter((field): field is [string, string] => id.safeParse(field[1]).success));
}

/** The reason addresses the person who was denied; the log describes the attempt to others. */
function tried({ activity }: AnyOperation): Said {
  return say("Tried to {activity}", { activity: { text: activity } });
}
