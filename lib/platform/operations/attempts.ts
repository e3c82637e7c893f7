import { withTransaction } from "@/lib/platform/db/transaction";
import { id } from "@/lib/platform/kernel/ids";
import { Problem } from "@/lib/platform/kernel/problem";
import { audit } from "./audit";
import type { Caller } from "./caller";
import type { AnyOperation, AuditNote } from "./operation";
import { countOver, type Limit } from "./rate-limit";

/** A denied or failed attempt, as logged. */
export interface Attempt {
  /** Null where an account was opened without asking for anything in it. */
  readonly operation: AnyOperation | null;
  readonly permission: string;
  readonly note: AuditNote;
  /** For staff alone: neither the customer whose record was asked for nor the other one reads of it. */
  readonly staffOnly: boolean;
}

/** The attempt behind a failed operation; null for what went wrong in another way. */
export function attemptOf(operation: AnyOperation, input: unknown, accountId: string | null, error: unknown) {
  if (!(error instanceof Problem)) return null;
  if (error.code === "refused") return refusedAttempt(operation, error);
  return error.code === "not-found" ? missedAttempt(operation, input, accountId) : null;
}

/** An account that is not the caller's, or that does not exist: nobody is told which. */
export const strangersAttempt = (operation: AnyOperation | undefined, accountId: string): Attempt => ({
  operation: operation ?? null,
  permission: operation?.permission ?? "account.view",
  note: {
    summary: operation
      ? `${tried(operation)} on an account they don't belong to`
      : "Tried to open an account they don't belong to",
    target: { type: ATTEMPT, id: accountId },
  },
  staffOnly: true,
});

/** What the log calls the target of an attempt; row-level security knows the word. */
const ATTEMPT = "attempt";

/** Enough to notice repeated attempts; more would only fill the log. */
const KEPT_OF_A_PERSON: Limit = { name: "attempt", points: 100, seconds: 3600 };

/** In a transaction of its own: what was asked for has been rolled back, the attempt is remembered all the same. */
export async function logAttempt(caller: Caller, accountId: string | null, attempt: Attempt, now: Date): Promise<void> {
  const { claim } = caller;
  if (claim === null) return;
  const { operation, permission, note, staffOnly } = attempt;
  await withTransaction({ claim, accountId, now }, async (scope) => {
    if (scope === null) return;
    const { actor } = scope;
    if (staffOnly && (await countOver(KEPT_OF_A_PERSON, actor.personId)) > 0) return;
    const known = staffOnly ? null : (scope.account?.id ?? null);
    const db = await scope.openLog(known);
    await audit(db, { caller, actor, accountId: known, operation, permission, outcome: "denied", note });
  });
}

function refusedAttempt(operation: AnyOperation, { detail, extra }: Problem): Attempt {
  // An operation may ask for more than its own permission: the one that was missing is what counts.
  const permission = extra.permission ?? operation.permission;
  return { operation, permission, note: { summary: tried(operation), details: { reason: detail } }, staffOnly: false };
}

/** A record that is not there, or not for the caller: which of the two is not looked up, so that answering takes as long. */
function missedAttempt(operation: AnyOperation, input: unknown, accountId: string | null): Attempt {
  return {
    operation,
    permission: operation.permission,
    note: {
      summary: `${tried(operation)} (not found or no access)`,
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

/** The reason addresses the person who was denied; the log tells others what they tried. */
function tried({ activity }: AnyOperation): string {
  return `Tried to ${activity}`;
}
