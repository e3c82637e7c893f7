import type { Permission } from "@/lib/policy/permissions";
import { staffViewer } from "@/lib/policy/staff-viewer";
import type { TransactionTerms } from "./connection";
import type { AccountFacts, Credential } from "./credential";
import { scopeOf } from "./database-scope";
import { Grant } from "./grant";
import { keepReads, type StaffReadLine } from "./keep-reads";
import { type AccountMember, type Loaded, loadMembers, loadSubject } from "./load-subject";
import { lockAccount } from "./lock-account";
import { lookViewer } from "./look-viewer";
import { noteUse } from "./note-use";
import { type As, openTransaction } from "./open-transaction";
import { queryRows } from "./query-rows";
import { RequestScope } from "./request-scope";
import type { ScopedDb } from "./scoped-db";
import { sql } from "./sql";

/** How long one state of the database is read. */
const SNAPSHOT_MS = 60_000;

export interface TransactionOptions {
  readonly credential: Credential;
  readonly accountId: string | null;
  /**
   * Lock the account row before the viewer is loaded, so that changes to people are serialized and each is
   * decided on the result of the one before.
   */
  readonly lockAccount?: boolean;
  /**
   * Read one state of the database throughout, for at most so many milliseconds (a minute if `true`): for files that
   * are read in many steps.
   */
  readonly snapshot?: boolean | number | undefined;
  /** As the person who signed in, even while they look as somebody else: to end that, and to log what they tried. */
  readonly outsideLook?: boolean;
  /** The request is one operation, which writes nothing and after which nothing is: it may end with its last statement. */
  readonly readsOnly?: boolean;
  readonly now: Date;
}

/**
 * One transaction per request: identifies the caller, then requires a grant for data. The scope is null if the
 * credential is invalid. Commits when `work` returns and rolls back when it throws.
 */
export async function withTransaction<T>(
  options: TransactionOptions,
  work: (scope: RequestScope | null) => Promise<T>,
): Promise<T> {
  const { credential, accountId, snapshot, now } = options;
  const terms: TransactionTerms = snapshot ? { snapshotMs: snapshot === true ? SNAPSHOT_MS : snapshot } : {};
  let unnoted: string | null = null;
  let unkept: readonly StaffReadLine[] = [];
  const answer = await openTransaction(async (as, ending) => {
    const identity = as(scopeOf("portcullis_identity"));
    if (options.lockAccount && accountId !== null) await lockAccount(identity, accountId);
    const loaded = await loadSubject(identity, credential, accountId, now);
    if (loaded === null) return work(null);
    const looking = options.outsideLook ? null : await lookViewer(identity, loaded, now);
    if (looking !== null) await readOnly(identity);
    const elsewhere = !options.outsideLook && loaded.look !== null && loaded.look.accountId !== accountId;
    const scope = new RequestScope(as, loaded, { now, terms, looking, elsewhere });
    if (options.readsOnly && !snapshot && looking === null && !loaded.useIsDue && !isOfStaff(loaded))
      ending.endWithLast();
    const answer = await work(scope);
    const { credentialId } = loaded.actor;
    const { reads } = scope;
    if (snapshot || looking) {
      unkept = reads;
      if (loaded.useIsDue) unnoted = credentialId;
    } else if (loaded.useIsDue || reads.length > 0) {
      // Sent together: the rows are locked as briefly as possible, and cost no round trip of their own.
      const use = loaded.useIsDue ? [noteUse(identity, credential, credentialId, now)] : [];
      await Promise.all([...byAccount(reads).map((lines) => keepWithin(as, lines)), ...use, ending.commit()]);
    }
    return answer;
  }, terms);
  // Not within: a snapshot can't write a row that another request has written since, and a look writes nothing. Nothing is shown before.
  for (const lines of byAccount(unkept)) await openTransaction((as) => keepWithin(as, lines));
  if (unnoted !== null) await noteUseAfter(credential, unnoted, now);
  return answer;
}

/** What staff read is kept with the end. */
const isOfStaff = ({ subject, standing }: Loaded): boolean => subject.staffRoles.length > 0 || standing !== null;

const byAccount = (lines: readonly StaffReadLine[]): StaffReadLine[][] => [
  ...Map.groupBy(lines, ({ accountId }) => accountId).values(),
];

function keepWithin(as: As, lines: readonly StaffReadLine[]): Promise<void> {
  const [{ accountId, personId } = { accountId: null, personId: null }] = lines;
  return keepReads(as({ role: "portcullis_app", accountId, personId }), lines);
}

/** From here to its end PostgreSQL refuses to change anything in the transaction. */
async function readOnly(db: ScopedDb): Promise<void> {
  await queryRows(db, sql`select set_config('transaction_read_only', 'on', true)`);
}

const noteUseAfter = (credential: Credential, id: string, now: Date): Promise<void> =>
  asIdentity((db) => noteUse(db, credential, id, now));

/** For sign-in, invitations and whatever else comes before an account is known: persons and their credentials only. */
export const asIdentity = <T>(work: (db: ScopedDb) => Promise<T>): Promise<T> =>
  openTransaction((as) => work(as(scopeOf("portcullis_identity"))));

/** A job's context: one account and no viewer. It acts for the seller. */
export interface Job {
  readonly db: ScopedDb;
  readonly account: AccountFacts;
  readonly now: Date;
  /** The account's people in the form the permission library uses: for notifications. */
  readonly people: () => Promise<AccountMember[]>;
}

/**
 * A job's transaction within one account, under the same row-level security as a person's request. Null if there is
 * no such account.
 */
export const asJob = <T>(accountId: string, now: Date, work: (job: Job) => Promise<T>): Promise<T | null> =>
  openTransaction(async (as) => {
    const db = as({ role: "portcullis_app", accountId, personId: null });
    const found = await db.account.findUnique({
      where: { id: accountId },
      select: { id: true, number: true, name: true, status: true },
    });
    if (found === null) return null;
    const { status, ...facts } = found;
    const people = () => loadMembers(as(scopeOf("portcullis_identity")), accountId, now);
    return work({ db, account: { ...facts, closed: status === "closed" }, now, people });
  });

/**
 * A job's transaction in the name of a staff member, whose permission is asked again under the roles they have now. Null
 * if they no longer hold it.
 */
export const asStaff = <T>(
  { personId, permission, now }: { readonly personId: string; readonly permission: Permission; readonly now: Date },
  work: (db: ScopedDb) => Promise<T>,
): Promise<T | null> =>
  openTransaction(async (as) => {
    const person = await as(scopeOf("portcullis_identity")).person.findUnique({
      where: { id: personId },
      select: { suspendedAt: true, staff: { select: { roles: true } } },
    });
    const colleague = { personId, staffRoles: person?.staff?.roles ?? [], suspended: Boolean(person?.suspendedAt) };
    const grant = Grant.of(staffViewer(colleague, null, now), permission, "staff");
    return grant === null ? null : work(as({ role: "portcullis_staff", accountId: null, personId }));
  });

/** For the worker: the outbox and expired records. */
export const asWorker = <T>(work: (db: ScopedDb) => Promise<T>): Promise<T> =>
  openTransaction((as) => work(as(scopeOf("portcullis_worker"))));
