import type { Grant } from "@/lib/platform/db/grant";
import { planAnew } from "@/lib/platform/db/plan-anew";
import type { RequestScope } from "@/lib/platform/db/request-scope";
import type { ScopedDb } from "@/lib/platform/db/scoped-db";
import { withCursorsOf } from "@/lib/platform/kernel/cursor";
import { audit } from "./audit";
import type { Caller } from "./caller";
import type { ExecuteOptions } from "./execute-options";
import { idempotent } from "./idempotency";
import { narrowsList } from "./narrows-list";
import type { AnyOperation, AuditNote, Context, OutputOf } from "./operation";
import { requireStanding } from "./require-visit";
import { listRead } from "./staff-read";

interface Running {
  readonly caller: Caller;
  readonly scope: RequestScope;
  readonly grant: Grant;
  /** The request has changed something before. */
  readonly changed: boolean;
}

/** The work of an operation that may be executed, with its entry in the activity log. */
export async function runOperation<Op extends AnyOperation>(
  running: Running,
  operation: Op,
  input: Record<string, unknown>,
  options: ExecuteOptions,
): Promise<OutputOf<Op>> {
  const { caller, scope, grant, changed } = running;
  const db = scope.open(grant);
  const context = contextOf(running, db, operation, input);
  const log = (note: AuditNote) =>
    audit(db, {
      caller,
      actor: scope.actor,
      accountId: note.accountId ?? grant.accountId,
      operation,
      permission: note.permission ?? operation.permission,
      outcome: "done",
      note,
    });
  if (operation.kind === "query") {
    const answer = (of: ScopedDb) => {
      if (narrowsList(operation, input)) planAnew(of);
      return operation.run({ ...context, db: of }, input);
    };
    const read = (of: ScopedDb) => withCursorsOf(grant.accountId, () => answer(of));
    // Not after a change in the same request, which it may be about.
    const old = operation.replica === true && !changed;
    const output = operation.output.parse(await (old ? scope.readOld(grant, read) : read(db)));
    if (operation.logged) await log(operation.logged(output));
    return output;
  }
  const run = async () => {
    const done = await operation.run(context, input);
    if (done.audit !== null) await log(done.audit);
    return operation.output.parse(done.output);
  };
  const { idempotencyKey: key } = options;
  if (key === undefined) return run();
  return idempotent(
    db,
    {
      personId: scope.actor.personId,
      accountId: grant.accountId,
      operation: operation.name,
      key,
      input,
      secretAnswer: operation.secretAnswer,
    },
    run,
  );
}

function contextOf(
  { caller, scope }: Running,
  db: ScopedDb,
  operation: AnyOperation,
  input: Record<string, unknown>,
): Context {
  return {
    db,
    viewer: scope.viewer,
    actor: scope.actor,
    via: caller.via,
    account: (operation.scope === "account" ? scope.account : null) as Context["account"],
    now: scope.businessNow,
    realNow: scope.now,
    people: () => scope.people(),
    members: (which) => scope.members(which),
    roster: (which) => scope.roster(which),
    memberships: () => scope.memberships(),
    passwordHash: () => scope.passwordHash(),
    concerning: async (accountId) => {
      const standing = accountId === null ? null : await scope.standingOn(accountId);
      if (accountId === null || standing === null) return;
      requireStanding(standing, accountId, operation);
      listRead(scope, accountId, standing, { operation, input, output: null });
    },
  };
}
