import { enter, type Room } from "@/lib/platform/db/door";
import { Grant } from "@/lib/platform/db/grant";
import { notFound, Problem } from "@/lib/platform/kernel/problem";
import { audit } from "./audit";
import type { Caller } from "./caller";
import { once } from "./idempotency";
import type { AnyOperation, AuditNote, Context, InputOf, OutputOf } from "./operation";
import { readInput } from "./read-input";
import { refusal } from "./refusal";

/** Asks one operation after another within a single transaction. */
export type Ask = <Op extends AnyOperation>(
  operation: Op,
  input: InputOf<Op>,
  options?: AskOptions,
) => Promise<OutputOf<Op>>;

export interface AskOptions {
  readonly idempotencyKey?: string | undefined;
}

/** What a visit may do beside asking: look at who it is, to build a menu. */
export interface Visit {
  readonly ask: Ask;
  readonly room: Room;
}

interface VisitOptions {
  readonly accountId: string | null;
  readonly lockAccount?: boolean;
}

/**
 * One request of one caller: one transaction, in which any number of operations may be asked, each for its own
 * permission. Throws a Problem: `not-signed-in`, `not-found` for strangers to the account, `refused`, and whatever the
 * operations throw. A refusal is written to the activity log after the transaction is rolled back.
 */
export async function visit<T>(caller: Caller, options: VisitOptions, work: (visit: Visit) => Promise<T>): Promise<T> {
  const { claim } = caller;
  if (claim === null) throw notSignedIn();
  const denied: Denied[] = [];
  const now = new Date();
  try {
    return await enter({ claim, now, ...options }, async (room) => {
      if (room === null) throw notSignedIn();
      if (options.accountId !== null && room.account === null)
        throw notFound("There is no such account, or you are not one of its people.");
      return work({ room, ask: asking(caller, room, denied) });
    });
  } finally {
    for (const one of denied) await logDenied(caller, options.accountId, one, now);
  }
}

/** One operation as a request of its own. What it does after its transaction belongs to it. */
export async function perform<Op extends AnyOperation>(
  caller: Caller,
  accountId: string | null,
  operation: Op,
  input: InputOf<Op>,
  options: AskOptions = {},
): Promise<OutputOf<Op>> {
  const lockAccount = operation.kind === "command" && operation.lockAccount === true;
  const output = await visit(caller, { accountId, lockAccount }, ({ ask }) => ask(operation, input, options));
  return afterwards(operation, output, accountId);
}

/** The whole answer of an operation that was asked within a `visit`, once that is over. */
export async function afterwards<Op extends AnyOperation>(
  operation: Op,
  output: OutputOf<Op>,
  accountId: string | null,
): Promise<OutputOf<Op>> {
  if (operation.after === undefined) return output;
  return operation.output.parse(await operation.after(output, accountId));
}

interface Denied {
  readonly operation: AnyOperation;
  /** The one that was missing: an operation may ask for more than its own. */
  readonly permission: string;
  /** What the person was told. */
  readonly reason: string;
}

const notSignedIn = (): Problem => new Problem("not-signed-in", "Your session is over, or you have not signed in yet.");

function asking(caller: Caller, room: Room, denied: Denied[]): Ask {
  return async (operation, input, options = {}) => {
    try {
      return await askOne(caller, room, operation, input, options);
    } catch (error) {
      if (error instanceof Problem && error.code === "refused") {
        denied.push({ operation, permission: error.extra.permission ?? operation.permission, reason: error.detail });
      }
      throw error;
    }
  };
}

async function askOne<Op extends AnyOperation>(
  caller: Caller,
  room: Room,
  operation: Op,
  rawInput: InputOf<Op>,
  options: AskOptions,
): Promise<OutputOf<Op>> {
  const grant = Grant.of(room.viewer, operation.permission, operation.scope);
  if (grant === null) throw await refusal(room.viewer, operation.permission, () => room.people());
  const input = readInput(operation.input, rawInput);
  const db = await room.open(grant);
  const andBack = async <T>(facts: Promise<T>): Promise<T> => {
    const known = await facts;
    await room.open(grant);
    return known;
  };
  const context: Context = {
    db,
    viewer: room.viewer,
    actor: room.actor,
    account: (operation.scope === "account" ? room.account : null) as Context["account"],
    now: room.businessNow,
    realNow: room.now,
    people: () => andBack(room.people()),
    seats: () => andBack(room.seats()),
    passwordHash: () => andBack(room.passwordHash()),
  };
  const log = (note: AuditNote) =>
    audit(db, { caller, actor: room.actor, accountId: grant.accountId, operation, outcome: "done", note });
  if (operation.kind === "query") {
    const output = operation.output.parse(await operation.run(context, input));
    if (operation.logged) await log(operation.logged(output));
    return output;
  }
  const run = async () => {
    const done = await operation.run(context, input);
    await log(done.audit);
    return operation.output.parse(done.output);
  };
  const { idempotencyKey: key } = options;
  if (key === undefined) return run();
  return once(
    db,
    {
      personId: room.actor.personId,
      accountId: grant.accountId,
      operation: operation.name,
      key,
      input,
      secretAnswer: operation.secretAnswer,
    },
    run,
  );
}

/** A transaction of its own: what was refused has been rolled back, the attempt is remembered all the same. */
async function logDenied(
  caller: Caller,
  accountId: string | null,
  { operation, permission, reason }: Denied,
  now: Date,
): Promise<void> {
  const { claim } = caller;
  if (claim === null) return;
  await enter({ claim, accountId, now }, async (room) => {
    if (room === null) return;
    const db = await room.openLog();
    const known = room.account?.id ?? null;
    const entry = { caller, actor: room.actor, accountId: known, operation, permission };
    await audit(db, { ...entry, outcome: "denied", note: { summary: attempt(operation), details: { reason } } });
  });
}

/** The reason speaks to the person who was refused; the log tells others what they tried. */
function attempt({ summary }: AnyOperation): string {
  const [what = ""] = summary.split(";");
  return `Tried to ${what.charAt(0).toLowerCase()}${what.slice(1)}`;
}
