import type { Permission } from "@/lib/policy/permissions";
import type { StaffRole } from "@/lib/policy/roles";
import { staffViewer } from "@/lib/policy/staff-viewer";
import type { StaffStanding } from "@/lib/policy/staff-visit";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";
import { type AccessStamp, accessStands } from "./access-stamp";
import { shifted } from "./clock-shift";
import type { DatabaseScope, TransactionTerms } from "./connection";
import type { AccountFacts, Actor, Credential } from "./credential";
import { Grant } from "./grant";
import { keepReads, type StaffReadLine } from "./keep-reads";
import {
  type AccountMember,
  type Confirmation,
  type Loaded,
  loadMembers,
  loadMemberships,
  loadSubject,
  type Membership,
  noteUse,
  type OpenLook,
} from "./load-subject";
import { lockAccount } from "./lock-account";
import { lookViewer, type Viewing } from "./look-viewer";
import { onReplica } from "./on-replica";
import { type As, openTransaction } from "./open-transaction";
import type { PortalRole } from "./portal-roles";
import { queryRows } from "./query-rows";
import type { ScopedDb } from "./scoped-db";
import type { SomeMembers } from "./some-members";
import { sql } from "./sql";
import { loadStanding } from "./staff-standing";

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
  const answer = await openTransaction(async (as, commit) => {
    const identity = as(scopeOf("portcullis_identity"));
    if (options.lockAccount && accountId !== null) await lockAccount(identity, accountId);
    const loaded = await loadSubject(identity, credential, accountId, now);
    if (loaded === null) return work(null);
    const looking = options.outsideLook ? null : await lookViewer(identity, loaded, now);
    if (looking !== null) await readOnly(identity);
    const elsewhere = !options.outsideLook && loaded.look !== null && loaded.look.accountId !== accountId;
    const scope = new RequestScope(as, loaded, { now, terms, looking, elsewhere });
    const answer = await work(scope);
    const { credentialId } = loaded.actor;
    const { reads } = scope;
    if (snapshot || looking) {
      unkept = reads;
      if (loaded.useIsDue) unnoted = credentialId;
    } else if (loaded.useIsDue || reads.length > 0) {
      // Sent together: the rows are locked as briefly as possible, and cost no round trip of their own.
      const use = loaded.useIsDue ? [noteUse(identity, credential, credentialId, now)] : [];
      await Promise.all([...byAccount(reads).map((lines) => keepWithin(as, lines)), ...use, commit()]);
    }
    return answer;
  }, terms);
  // Not within: a snapshot can't write a row that another request has written since, and a look writes nothing. Nothing is shown before.
  for (const lines of byAccount(unkept)) await openTransaction((as) => keepWithin(as, lines));
  if (unnoted !== null) await noteUseAfter(credential, unnoted, now);
  return answer;
}

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

interface ScopeOptions {
  readonly now: Date;
  readonly terms: TransactionTerms;
  readonly looking: Viewing | null;
  readonly elsewhere: boolean;
}

/** A request's transaction: the viewer is known, but reading data requires a grant. */
export class RequestScope {
  readonly #as: As;
  readonly #loaded: Loaded;
  readonly #terms: TransactionTerms;
  readonly now: Date;
  /** Whose request it is; while somebody looks as another person, that person. */
  readonly actor: Actor;
  /** The look that this sign-in is in, if it is about another account than the one requested. */
  readonly elsewhere: OpenLook | null;
  readonly #facts = new Map<string, Promise<unknown>>();
  readonly #reads: StaffReadLine[] = [];
  #viewer: Viewer;
  /** The last task that ran alone, and those started since that run side by side. */
  #lastAlone: Promise<unknown> = Promise.resolve();
  #sideBySide: Promise<unknown>[] = [];

  constructor(as: As, loaded: Loaded, { now, terms, looking, elsewhere }: ScopeOptions) {
    this.#as = as;
    this.#loaded = loaded;
    this.#terms = terms;
    this.now = now;
    this.#viewer = looking?.viewer ?? viewerOf(loaded.subject);
    this.actor = looking?.actor ?? loaded.actor;
    this.elsewhere = elsewhere ? loaded.look : null;
  }

  get viewer(): Viewer {
    return this.#viewer;
  }

  /** What the viewer's access was read from: for what goes on after the request and ends when it no longer stands. */
  get stamp(): AccessStamp {
    return this.#loaded.stamp;
  }

  get confirmation(): Confirmation {
    return this.#loaded.confirmation;
  }

  /** What staff need and have to open the account's records; null for others, and without an account. */
  get standing(): StaffStanding | null {
    return this.#loaded.standing;
  }

  /** The same on another account, of which an operation of staff shows a record. */
  standingOn(accountId: string): Promise<StaffStanding | null> {
    return this.#fact(`standing ${accountId}`, () => loadStanding(this.#identity, this.actor.personId, accountId));
  }

  /** Kept with the commit, or before anything is shown: what isn't kept isn't seen. */
  keepRead(line: StaffReadLine): void {
    this.#reads.push(line);
  }

  get reads(): readonly StaffReadLine[] {
    return this.#reads;
  }

  /** Null if no account was requested, or the person has no place on it. */
  get account(): AccountFacts | null {
    return this.#loaded.account;
  }

  /** Billing's current time. */
  get businessNow(): Date {
    return shifted(this.now, this.#loaded.shiftMs);
  }

  /** Runs a task that changes something alone: it is decided on what the ones before it did. */
  runAlone<T>(work: () => Promise<T>): Promise<T> {
    const task = this.settled().then(work);
    this.#lastAlone = task.catch(() => {});
    this.#sideBySide = [];
    return task;
  }

  /** Runs a task that only reads next to others that do, so that their statements travel together. */
  runSideBySide<T>(work: () => Promise<T>): Promise<T> {
    const task = this.#lastAlone.then(work);
    this.#sideBySide.push(task.catch(() => {}));
    return task;
  }

  /** Resolves when all tasks started so far are over, including those that nobody waits for any more. */
  async settled(): Promise<void> {
    await Promise.all([this.#lastAlone, ...this.#sideBySide]);
  }

  /** The database, limited to the grant's scope, whatever else the transaction is used for. */
  open(grant: Grant): ScopedDb {
    return this.#as(scopeOfGrant(grant));
  }

  /**
   * Reads what may be seconds old: from the replica if it has kept up, and otherwise, or if it fails, from the database
   * itself. Whether the viewer may read it was decided there in either case.
   */
  async readOld<T>(grant: Grant, work: (db: ScopedDb) => Promise<T>): Promise<T> {
    const answer = await onReplica(this.#identity, this.#terms, (as) => work(as(scopeOfGrant(grant))));
    return answer === null ? work(this.open(grant)) : answer.value;
  }

  /** For the activity log only: failed attempts are logged without a grant, because they have none. */
  openLog(accountId: string | null): Pick<ScopedDb, "auditEvent"> {
    return this.#as({ role: "portcullis_app", accountId, personId: this.actor.personId });
  }

  /** Whether the viewer's access is still the same. From here to the end of the transaction it can't change. */
  accessStands(): Promise<boolean> {
    return accessStands(this.#identity, this.#loaded.stamp);
  }

  /**
   * The people of the account: who could grant a missing permission, who gets a notification. For decisions, not for
   * pages. Like all facts here they are loaded once and don't change afterwards.
   */
  async people(): Promise<AccountMember[]> {
    const { account } = this;
    return account === null ? [] : this.#fact("people", () => loadMembers(this.#identity, account.id, this.now));
  }

  /** Some of them, for a page: an account may have thousands. */
  async members(which: SomeMembers): Promise<AccountMember[]> {
    const { account } = this;
    const key = `people ${JSON.stringify(which)}`;
    return account === null ? [] : this.#fact(key, () => loadMembers(this.#identity, account.id, this.now, which));
  }

  /** The hash of the viewer's own password, to compare with what they type; no other role may read one. */
  passwordHash(): Promise<string | null> {
    const own = { where: { id: this.actor.personId }, select: { passwordHash: true } } as const;
    return this.#fact("passwordHash", async () => (await this.#identity.person.findUniqueOrThrow(own)).passwordHash);
  }

  /** The accounts that this person is a contact of, with their access on each. */
  memberships(): Promise<Membership[]> {
    return this.#fact("memberships", () => loadMemberships(this.#identity, this.actor.personId, this.now));
  }

  /** Loaded once, on first use. */
  #fact<T>(name: string, load: () => Promise<T>): Promise<T> {
    const known = this.#facts.get(name) as Promise<T> | undefined;
    if (known !== undefined) return known;
    const loading = load();
    this.#facts.set(name, loading);
    return loading;
  }

  get #identity(): ScopedDb {
    return this.#as(scopeOf("portcullis_identity"));
  }
}

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

/** Someone who is told of something: as the viewer that they are on this account now. */
export interface Reader {
  readonly db: ScopedDb;
  readonly viewer: Viewer;
  readonly account: AccountFacts;
  readonly locale: string;
  /** Optional notifications that a contact has turned off for themselves; null for staff, whose mails come with their work. */
  readonly noticesOff: readonly string[] | null;
}

/**
 * A job's transaction in the name of a person who isn't asking, such as one who is sent something: with the access they have
 * now. Null if they have no place on the account any more.
 */
export const asReader = <T>(
  { personId, accountId, now }: { readonly personId: string; readonly accountId: string; readonly now: Date },
  work: (reader: Reader) => Promise<T>,
): Promise<T | null> =>
  openTransaction(async (as) => {
    const identity = as(scopeOf("portcullis_identity"));
    const db = as({ role: "portcullis_app", accountId, personId });
    const found = await db.account.findUnique({
      where: { id: accountId },
      select: { id: true, number: true, name: true, status: true },
    });
    const person = await identity.person.findUnique({
      where: { id: personId },
      select: { suspendedAt: true, locale: true, staff: { select: { roles: true } } },
    });
    if (found === null || person === null) return null;
    const { status, ...facts } = found;
    const account = { ...facts, closed: status === "closed" };
    const reader = await readerOf(identity, { personId, person, account, now });
    return reader === null ? null : work({ ...reader, db, account, locale: person.locale });
  });

interface ReaderFacts {
  readonly personId: string;
  readonly person: {
    readonly suspendedAt: Date | null;
    readonly staff: { readonly roles: readonly StaffRole[] } | null;
  };
  readonly account: AccountFacts;
  readonly now: Date;
}

async function readerOf(
  identity: ScopedDb,
  { personId, person, account, now }: ReaderFacts,
): Promise<Pick<Reader, "viewer" | "noticesOff"> | null> {
  if (person.staff !== null) {
    const staff = { personId, staffRoles: person.staff.roles, suspended: person.suspendedAt !== null };
    return { viewer: staffViewer(staff, account, now), noticesOff: null };
  }
  const own = (await loadMemberships(identity, personId, now)).find((one) => one.account.id === account.id);
  return own === undefined ? null : { viewer: viewerOf(own.subject), noticesOff: own.noticesOff };
}

/** A contact with the access they have now, whatever their account; null once they are removed from it. */
export const memberOf = (contactId: string, now: Date): Promise<AccountMember | null> =>
  openTransaction(async (as) => {
    const identity = as(scopeOf("portcullis_identity"));
    const where = { id: contactId, status: { not: "removed" } } as const;
    const contact = await identity.contact.findFirst({ where, select: { accountId: true } });
    if (contact === null) return null;
    const [member] = await loadMembers(identity, contact.accountId, now, { ids: [contactId] });
    return member ?? null;
  });

/** For the worker: the outbox and expired records. */
export const asWorker = <T>(work: (db: ScopedDb) => Promise<T>): Promise<T> =>
  openTransaction((as) => work(as(scopeOf("portcullis_worker"))));

const scopeOfGrant = ({ scope, accountId, personId }: Grant): DatabaseScope => ({
  role: scope === "staff" ? "portcullis_staff" : "portcullis_app",
  accountId,
  personId,
});

/** A role that is bound to no account and no person. */
const scopeOf = (role: PortalRole): DatabaseScope => ({ role, accountId: null, personId: null });
