import type { StaffStanding } from "@/lib/policy/staff-visit";
import { type Viewer, viewerOf } from "@/lib/policy/viewer";
import { type AccessStamp, accessStands } from "./access-stamp";
import { shifted } from "./clock-shift";
import type { TransactionTerms } from "./connection";
import type { AccountFacts, Actor } from "./credential";
import { scopeOf, scopeOfGrant } from "./database-scope";
import type { Grant } from "./grant";
import type { StaffReadLine } from "./keep-reads";
import { loadMemberships, type Membership } from "./load-memberships";
import { loadRoster, type Standing } from "./load-roster";
import { type AccountMember, type Confirmation, type Loaded, loadMembers, type OpenLook } from "./load-subject";
import type { Viewing } from "./look-viewer";
import { onReplica } from "./on-replica";
import type { As } from "./open-transaction";
import type { ScopedDb } from "./scoped-db";
import type { SomeMembers } from "./some-members";
import { loadStanding } from "./staff-standing";

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

  /** All of them or some, to decide about many at once. */
  async roster(which: SomeMembers = {}): Promise<Standing[]> {
    const { account } = this;
    const key = `roster ${JSON.stringify(which)}`;
    return account === null ? [] : this.#fact(key, () => loadRoster(this.#identity, account.id, this.now, which));
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
