import type { FetchedSet } from "@/lib/policy/sets-needed";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";
import { accessStands } from "./access-stamp";
import { prisma } from "./client";
import { shifted } from "./clock-shift";
import type { AccountFacts, Actor, Credential } from "./credential";
import type { Grant } from "./grant";
import {
  type AccountMember,
  type Loaded,
  loadMembers,
  loadMemberships,
  loadSubject,
  type Membership,
  noteUse,
} from "./load-subject";
import { lockAccount } from "./lock-account";
import type { ScopedDb, Transaction } from "./scoped-db";

/** Timeouts for a pool connection, and for the work itself: short peaks are waited out instead of failing. */
const patience = { maxWait: 10_000, timeout: 30_000 };

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
  const { credential, snapshot, now } = options;
  let unnoted: string | null = null;
  const answer = await prisma().$transaction(async (tx) => {
    await setLocalRole(tx, "portcullis_identity", null, null);
    if (options.lockAccount && options.accountId !== null) {
      await lockAccount(tx, options.accountId);
    }
    const loaded = await loadSubject(tx, credential, options.accountId, now);
    if (loaded === null) return work(null);
    const answer = await work(new RequestScope(tx, loaded, now));
    if (loaded.useIsDue) {
      unnoted = loaded.actor.credentialId;
      if (!snapshot) await noteUseWithin(tx, credential, unnoted, now);
    }
    return answer;
  }, patienceOf(snapshot));
  // Not within: a snapshot can't write a row that another request has written since.
  if (snapshot && unnoted !== null) {
    const used: string = unnoted;
    await prisma().$transaction((tx) => noteUseWithin(tx, credential, used, now), patience);
  }
  return answer;
}

async function noteUseWithin(tx: Transaction, credential: Credential, id: string, now: Date): Promise<void> {
  await setLocalRole(tx, "portcullis_identity", null, null);
  await noteUse(tx, credential, id, now);
}

function patienceOf(snapshot: TransactionOptions["snapshot"]) {
  if (!snapshot) return patience;
  const timeout = snapshot === true ? SNAPSHOT_MS : snapshot;
  return { ...patience, timeout, isolationLevel: "RepeatableRead" as const };
}

/** A request's transaction: the viewer is known, but reading data requires a grant. */
export class RequestScope {
  readonly #tx: Transaction;
  readonly #loaded: Loaded;
  readonly #facts = new Map<string, Promise<unknown>>();
  #viewer: Viewer;
  #openFor: string | null = null;
  #lastTask: Promise<unknown> = Promise.resolve();

  constructor(
    tx: Transaction,
    loaded: Loaded,
    readonly now: Date,
  ) {
    this.#tx = tx;
    this.#loaded = loaded;
    this.#viewer = viewerOf(loaded.subject);
  }

  get viewer(): Viewer {
    return this.#viewer;
  }

  get actor(): Actor {
    return this.#loaded.actor;
  }

  /** Null if no account was requested, or the person has no place on it. */
  get account(): AccountFacts | null {
    return this.#loaded.account;
  }

  /** Billing's current time. */
  get businessNow(): Date {
    return shifted(this.now, this.#loaded.shiftMs);
  }

  /**
   * Runs tasks one after another. A transaction has one database role and one account at a time, so parallel tasks
   * would read with each other's.
   */
  runExclusive<T>(work: () => Promise<T>): Promise<T> {
    const task = this.#lastTask.then(work);
    this.#lastTask = task.catch(() => {});
    return task;
  }

  /** The database, limited to the grant's scope. */
  async open(grant: Grant): Promise<ScopedDb> {
    const role = grant.scope === "staff" ? "portcullis_staff" : "portcullis_app";
    const wanted = `${role} ${grant.accountId}`;
    if (this.#openFor !== wanted) {
      await setLocalRole(this.#tx, role, grant.accountId, grant.personId);
      this.#openFor = wanted;
    }
    return this.#tx;
  }

  /** For the activity log only: failed attempts are logged without a grant, because they have none. */
  async openLog(accountId: string | null): Promise<Pick<ScopedDb, "auditEvent">> {
    await setLocalRole(this.#tx, "portcullis_app", accountId, this.actor.personId);
    this.#openFor = null;
    return this.#tx;
  }

  /** Whether the viewer's access is still the same. From here to the end of the transaction it can't change. */
  accessStands(): Promise<boolean> {
    return accessStands(this.#tx, this.#loaded.stamp);
  }

  /**
   * The people of the account: who could grant a missing permission, who gets a notification. For decisions, not for
   * pages. Like all facts here they are loaded once and don't change afterwards.
   */
  async people(): Promise<AccountMember[]> {
    const { account } = this;
    return account === null ? [] : this.#fact("people", () => loadMembers(this.#tx, account.id, this.now));
  }

  /** The hash of the viewer's own password, to compare with what they type; no other role may read one. */
  passwordHash(): Promise<string | null> {
    const own = { where: { id: this.actor.personId }, select: { passwordHash: true } } as const;
    return this.#fact("passwordHash", async () => (await this.#tx.person.findUniqueOrThrow(own)).passwordHash);
  }

  /** The accounts that this person is a contact of, with their access on each. */
  memberships(): Promise<Membership[]> {
    return this.#fact("memberships", () => loadMemberships(this.#tx, this.actor.personId, this.now));
  }

  knowsSet(name: FetchedSet): boolean {
    return this.#viewer.subject.sets[name] !== undefined;
  }

  /** Makes this set available to conditions that read it. */
  addSet(name: FetchedSet, ids: ReadonlySet<string>): void {
    const { subject } = this.#viewer;
    this.#viewer = viewerOf({ ...subject, sets: { ...subject.sets, [name]: ids } });
  }

  /** Loaded once, on first use. */
  #fact<T>(name: string, load: () => Promise<T>): Promise<T> {
    const known = this.#facts.get(name) as Promise<T> | undefined;
    if (known !== undefined) return known;
    this.#openFor = null;
    const loading = setLocalRole(this.#tx, "portcullis_identity", null, null).then(load);
    this.#facts.set(name, loading);
    return loading;
  }
}

/** For sign-in, invitations and whatever else comes before an account is known: persons and their credentials only. */
export function asIdentity<T>(work: (db: ScopedDb) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    await setLocalRole(tx, "portcullis_identity", null, null);
    return work(tx);
  }, patience);
}

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
export function asJob<T>(accountId: string, now: Date, work: (job: Job) => Promise<T>): Promise<T | null> {
  return prisma().$transaction(async (tx) => {
    const open = () => setLocalRole(tx, "portcullis_app", accountId, null);
    await open();
    const found = await tx.account.findUnique({
      where: { id: accountId },
      select: { id: true, number: true, name: true, status: true },
    });
    if (found === null) return null;
    const { status, ...facts } = found;
    const people = async () => {
      await setLocalRole(tx, "portcullis_identity", null, null);
      const everybody = await loadMembers(tx, accountId, now);
      await open();
      return everybody;
    };
    return work({ db: tx, account: { ...facts, closed: status === "closed" }, now, people });
  }, patience);
}

/** For the worker: the outbox and expired records. */
export function asWorker<T>(work: (db: ScopedDb) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    await setLocalRole(tx, "portcullis_worker", null, null);
    return work(tx);
  }, patience);
}

type DatabaseRole = "portcullis_app" | "portcullis_staff" | "portcullis_identity" | "portcullis_worker";

/** Until the end of the transaction, so a pooled connection is returned unchanged. */
async function setLocalRole(
  tx: Transaction,
  role: DatabaseRole,
  accountId: string | null,
  personId: string | null,
): Promise<void> {
  await tx.$queryRaw`select set_config('role', ${role}, true), set_config('portcullis.account', ${accountId ?? ""}, true),
    set_config('portcullis.person', ${personId ?? ""}, true)`;
}
