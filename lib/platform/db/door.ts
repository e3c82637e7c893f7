import { type Viewer, viewerOf } from "@/lib/policy/viewer";
import type { AccountFacts, Actor, Claim } from "./claim";
import { prisma } from "./client";
import { shifted } from "./clock-shift";
import type { Grant } from "./grant";
import { type AccountPerson, loadPeople, loadSeats, loadSubject, type Seat } from "./load-subject";
import { lockAccount } from "./lock-account";
import type { ScopedDb, Transaction } from "./scoped-db";

/** For a connection of the pool, and for the work itself: a busy moment is waited out, not answered with an error. */
const patience = { maxWait: 10_000, timeout: 30_000 };

export interface EnterOptions {
  readonly claim: Claim;
  readonly accountId: string | null;
  /**
   * Lock the account row before the viewer is loaded, so that changes of people follow one another and each is
   * decided on what the one before left behind.
   */
  readonly lockAccount?: boolean;
  readonly now: Date;
}

/**
 * One transaction for one request: finds out who asks, then waits for a grant. Null when the claim is not good.
 * The transaction commits when `work` returns and rolls back when it throws.
 */
export async function enter<T>(options: EnterOptions, work: (room: Room | null) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    await become(tx, "portcullis_identity", null, null);
    if (options.lockAccount && options.accountId !== null) {
      await lockAccount(tx, options.accountId);
    }
    const loaded = await loadSubject(tx, options.claim, options.accountId, options.now);
    if (loaded === null) return work(null);
    const businessNow = shifted(options.now, loaded.shiftMs);
    return work(new Room(tx, viewerOf(loaded.subject), loaded.actor, loaded.account, options.now, businessNow));
  }, patience);
}

/** The hall behind the door: the viewer is known, nothing may be read yet. */
export class Room {
  readonly #tx: Transaction;
  #openFor: string | null = null;

  constructor(
    tx: Transaction,
    readonly viewer: Viewer,
    readonly actor: Actor,
    /** Null where no account was asked for, or the person is a stranger to it. */
    readonly account: AccountFacts | null,
    readonly now: Date,
    /** What billing takes for now. */
    readonly businessNow: Date,
  ) {
    this.#tx = tx;
  }

  /** The database as the grant's scope may see it. */
  async open(grant: Grant): Promise<ScopedDb> {
    const role = grant.scope === "staff" ? "portcullis_staff" : "portcullis_app";
    const wanted = `${role} ${grant.accountId}`;
    if (this.#openFor !== wanted) {
      await become(this.#tx, role, grant.accountId, grant.personId);
      this.#openFor = wanted;
    }
    return this.#tx;
  }

  /** For the activity log alone: a refused attempt is remembered without a grant, because there is none. */
  async openLog(): Promise<Pick<ScopedDb, "auditEvent">> {
    await become(this.#tx, "portcullis_app", this.account?.id ?? null, this.actor.personId);
    this.#openFor = null;
    return this.#tx;
  }

  /** The people of the account: who could help a refused person, who gets a notice. Facts for decisions, not for pages. */
  async people(): Promise<AccountPerson[]> {
    if (this.account === null) return [];
    await become(this.#tx, "portcullis_identity", null, null);
    this.#openFor = null;
    return loadPeople(this.#tx, this.account.id, this.now);
  }

  /** The hash of the viewer's own password, to compare with what they type; no other role may read one. */
  async passwordHash(): Promise<string | null> {
    await become(this.#tx, "portcullis_identity", null, null);
    this.#openFor = null;
    const own = { where: { id: this.actor.personId }, select: { passwordHash: true } } as const;
    return (await this.#tx.person.findUniqueOrThrow(own)).passwordHash;
  }

  /** The accounts that this person is a contact of, with what they hold on each. */
  async seats(): Promise<Seat[]> {
    await become(this.#tx, "portcullis_identity", null, null);
    this.#openFor = null;
    return loadSeats(this.#tx, this.actor.personId, this.now);
  }
}

/** For sign-in, invitations and whatever else comes before an account is known: persons and their keys, nothing else. */
export function asIdentity<T>(work: (db: ScopedDb) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    await become(tx, "portcullis_identity", null, null);
    return work(tx);
  }, patience);
}

/** What a job is given: one account, and nobody who asks. It acts for the seller, by the rules it was written with. */
export interface Job {
  readonly db: ScopedDb;
  readonly account: AccountFacts;
  readonly now: Date;
  /** The account's people as the permission library sees them: for notices. */
  readonly people: () => Promise<AccountPerson[]>;
}

/**
 * A job's transaction within one account, under the same row-level security as a person's request. Null where there is
 * no such account.
 */
export function asJob<T>(accountId: string, now: Date, work: (job: Job) => Promise<T>): Promise<T | null> {
  return prisma().$transaction(async (tx) => {
    const open = () => become(tx, "portcullis_app", accountId, null);
    await open();
    const found = await tx.account.findUnique({
      where: { id: accountId },
      select: { id: true, number: true, name: true, status: true },
    });
    if (found === null) return null;
    const { status, ...facts } = found;
    const people = async () => {
      await become(tx, "portcullis_identity", null, null);
      const everybody = await loadPeople(tx, accountId, now);
      await open();
      return everybody;
    };
    return work({ db: tx, account: { ...facts, closed: status === "closed" }, now, people });
  }, patience);
}

/** For the worker: the outbox and what has expired. */
export function asWorker<T>(work: (db: ScopedDb) => Promise<T>): Promise<T> {
  return prisma().$transaction(async (tx) => {
    await become(tx, "portcullis_worker", null, null);
    return work(tx);
  }, patience);
}

type DatabaseRole = "portcullis_app" | "portcullis_staff" | "portcullis_identity" | "portcullis_worker";

/** Until the end of the transaction, so a pooled connection goes back as it came. */
async function become(
  tx: Transaction,
  role: DatabaseRole,
  accountId: string | null,
  personId: string | null,
): Promise<void> {
  await tx.$queryRaw`select set_config('role', ${role}, true), set_config('portcullis.account', ${accountId ?? ""}, true),
    set_config('portcullis.person', ${personId ?? ""}, true)`;
}
