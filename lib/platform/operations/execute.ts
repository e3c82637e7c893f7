import type { Credential } from "@/lib/platform/db/credential";
import { Grant } from "@/lib/platform/db/grant";
import type { RequestScope } from "@/lib/platform/db/request-scope";
import { withTransaction } from "@/lib/platform/db/transaction";
import { isWriteConflict } from "@/lib/platform/db/write-conflict";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { t } from "@/lib/platform/language/t";
import { withLanguage } from "@/lib/platform/language/with-language";
import { countOperation } from "@/lib/platform/metrics/count-operation";
import { canSome } from "@/lib/policy/evaluate";
import { type Attempt, attemptOf, logAttempt, logAttemptWithin, strangersAttempt } from "./attempts";
import type { Caller } from "./caller";
import type { ExecuteOptions } from "./execute-options";
import { forbidden } from "./forbidden";
import type { AnyOperation, InputOf, OutputOf } from "./operation";
import { readInput } from "./read-input";
import { looksElsewhere, refuseInLook } from "./refuse-in-look";
import { requireConfirmation } from "./require-confirmation";
import { requireVisit } from "./require-visit";
import { runOperation } from "./run-operation";
import { listRead } from "./staff-read";

/**
 * Executes operations within a single transaction. Queries started together run side by side; a command runs alone, after
 * everything started before it.
 */
export type Execute = <Op extends AnyOperation>(
  operation: Op,
  input: InputOf<Op>,
  options?: ExecuteOptions,
) => Promise<OutputOf<Op>>;

/** What a request can do: execute operations, and inspect its scope, e.g. to build navigation. */
export interface RequestContext {
  readonly execute: Execute;
  readonly scope: RequestScope;
}

interface RequestOptions {
  readonly accountId: string | null;
  readonly lockAccount?: boolean;
  readonly snapshot?: boolean | number | undefined;
  /** The operation about to be executed, if known: to log callers who are denied the account. */
  readonly operation?: AnyOperation;
  /** It is the only one, and only reads: its transaction may end with its last statement. */
  readonly readsOnly?: boolean;
}

/**
 * One request by one caller: one transaction, in which any number of operations can be executed, each with its own
 * permission. Throws a Problem: `not-signed-in`, `not-found` without access to the account, `refused`, and whatever the
 * operations throw. Denials are logged with the commit, or after the transaction is rolled back.
 *
 * A command may have waited after its permission was checked. Its access is compared again as the last step before the
 * commit; if it has changed, everything is rolled back and decided again.
 */
export async function withRequest<T>(
  caller: Caller,
  options: RequestOptions,
  work: (context: RequestContext) => Promise<T>,
): Promise<T> {
  for (let round = 1; ; round++) {
    const asked: Asked = { commands: 0, failed: [], unlogged: [] };
    const now = new Date();
    try {
      const answer = await runOnce(caller, options, { now, asked }, work);
      for (const attempt of asked.unlogged) await logAttempt(caller, options.accountId, attempt, now);
      return answer;
    } catch (error) {
      for (const attempt of asked.failed) await logAttempt(caller, options.accountId, attempt, now);
      if (asked.commands === 0 || !(error instanceof AccessChanged || isWriteConflict(error))) throw error;
      if (round === MOST_ROUNDS)
        throw new Problem("conflict", t("Someone else changed this at the same time. Try again."));
    }
  }
}

/** One operation as its own request, including what it does after its transaction. */
export async function execute<Op extends AnyOperation>(
  caller: Caller,
  accountId: string | null,
  operation: Op,
  input: InputOf<Op>,
  options: ExecuteOptions = {},
): Promise<OutputOf<Op>> {
  const lockAccount = operation.kind === "command" && operation.lockAccount === true;
  const snapshot = operation.kind === "query" && operation.snapshot === true && (options.readingMs ?? true);
  const readsOnly = operation.kind === "query" && !operation.logged && !operation.replica;
  const output = await withRequest(caller, { accountId, lockAccount, snapshot, operation, readsOnly }, ({ execute }) =>
    execute(operation, input, options),
  );
  return afterCommit(operation, { output, input }, accountId);
}

/**
 * The complete result of an operation executed within a request, after its transaction. The commit decided: what was
 * allowed then is completed even if the caller loses the permission while a gateway is called.
 */
export async function afterCommit<Op extends AnyOperation>(
  operation: Op,
  { output, input }: { readonly output: OutputOf<Op>; readonly input: InputOf<Op> },
  accountId: string | null,
): Promise<OutputOf<Op>> {
  if (operation.after === undefined) return output;
  return operation.output.parse(await operation.after(output, accountId, readInput(operation.input, input)));
}

/** What was executed in one attempt of a request. */
interface Asked {
  commands: number;
  readonly failed: Attempt[];
  /** Those of a request that may not write. */
  readonly unlogged: Attempt[];
}

/** How often a command is retried because its access, or the rows it writes, were changed by others. */
const MOST_ROUNDS = 3;

class AccessChanged extends Error {}

const notSignedIn = (): Problem => new Problem("not-signed-in", t("Your session has expired. Sign in to continue."));

function runOnce<T>(
  caller: Caller,
  options: RequestOptions,
  { now, asked }: { readonly now: Date; readonly asked: Asked },
  work: (context: RequestContext) => Promise<T>,
): Promise<T> {
  const { credential } = caller;
  if (credential === null) throw notSignedIn();
  const outsideLook = options.operation?.outsideLook === true;
  return withTransaction({ credential, now, ...options, outsideLook }, async (scope) => {
    if (scope === null) throw notSignedIn();
    if (scope.elsewhere !== null) throw looksElsewhere(scope.elsewhere);
    if (options.accountId !== null && scope.account === null) {
      asked.failed.push(strangersAttempt(options.operation, options.accountId));
      throw notFound(t("Account not found, or you don't have access to it."));
    }
    const run = () => work({ scope, execute: executing(caller, scope, asked) });
    // A request has its language from the browser. What the worker does for somebody is written in theirs.
    const answer = await (isOwnRequest(credential) ? run() : withLanguage(scope.actor.locale, run));
    await scope.settled();
    if (asked.commands > 0 && !(await scope.accessStands())) throw new AccessChanged();
    if (scope.actor.look !== undefined) asked.unlogged.push(...asked.failed);
    else for (const attempt of asked.failed) await logAttemptWithin(scope, caller, attempt);
    return answer;
  });
}

/**
 * Queries of a page that were started together are one attempt to open it: of those that failed since this one was
 * started, the log has one for the customer and one for staff.
 */
const belongsTo = (failedSince: readonly Attempt[], { staffOnly }: Attempt): boolean =>
  failedSince.some((one) => one.staffOnly === staffOnly);

const isOwnRequest = ({ by }: Credential): boolean => by === "session" || by === "token";

const executing =
  (caller: Caller, scope: RequestScope, asked: Asked): Execute =>
  (operation, input, options = {}) => {
    const failedBefore = asked.failed.length;
    const run = async () => {
      if (operation.kind === "command") asked.commands += 1;
      try {
        const output = await executeOne({ caller, scope, asked }, operation, input, options);
        countOperation(operation);
        return output;
      } catch (error) {
        countOperation(operation, error);
        const attempt = attemptOf(operation, input, scope.account?.id ?? null, error);
        if (attempt !== null && !(operation.kind === "query" && belongsTo(asked.failed.slice(failedBefore), attempt)))
          asked.failed.push(attempt);
        throw error;
      }
    };
    return operation.kind === "command" ? scope.runAlone(run) : scope.runSideBySide(run);
  };

async function executeOne<Op extends AnyOperation>(
  { caller, scope, asked }: { readonly caller: Caller; readonly scope: RequestScope; readonly asked: Asked },
  operation: Op,
  rawInput: InputOf<Op>,
  options: ExecuteOptions,
): Promise<OutputOf<Op>> {
  if (scope.actor.look !== undefined) refuseInLook(operation, scope.actor.name);
  const grant = Grant.of(scope.viewer, operation.permission, operation.scope);
  if (grant === null) throw await forbidden(scope.viewer, operation.permission, () => scope.people());
  for (const further of operation.alsoNeeds ?? []) {
    if (!canSome(scope.viewer, further)) throw await forbidden(scope.viewer, further, () => scope.people());
  }
  requireVisit(scope, operation);
  requireConfirmation(caller, scope, operation);
  const input = readInput(operation.input, rawInput);
  const output = await runOperation({ caller, scope, grant, changed: asked.commands > 0 }, operation, input, options);
  if (grant.accountId !== null) listRead(scope, grant.accountId, scope.standing, { operation, input, output });
  return output;
}
