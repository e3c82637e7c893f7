import type { PoolClient, QueryConfig, QueryResult } from "pg";
import { DeadlineError } from "@/lib/platform/kernel/with-deadline";
import type { PortalRole } from "./portal-roles";

/** As whom a statement runs: row-level security decides by these three. */
export interface DatabaseScope {
  readonly role: PortalRole;
  readonly accountId: string | null;
  readonly personId: string | null;
}

/** A statement, or one that PostgreSQL keeps prepared if it has a name. */
export type Statement = Pick<QueryConfig, "text" | "values" | "name" | "types"> & { readonly rowMode?: string };

/** Starts as a role that is bound to no account and no person, without a statement of its own for it. */
interface Begin {
  readonly text: "begin";
  readonly role?: PortalRole;
}

/** How a transaction differs from the usual one. */
export interface TransactionTerms {
  /** It reads one state of the database throughout, for at most so many milliseconds. */
  readonly snapshotMs?: number;
}

/** How long a transaction may take in total, in milliseconds. */
const LONGEST_MS = 30_000;

/**
 * One transaction on one connection. BEGIN and the scope wait for the first statement and travel with it, and
 * statements started together are sent together, so the round trips of a transaction are its steps, not its
 * statements. A statement is always sent right behind its own scope, whatever else runs in the transaction.
 */
export class Connection {
  readonly #client: PoolClient;
  readonly #timer: NodeJS.Timeout;
  readonly #isSnapshot: boolean;
  /** How long it may take in total, in milliseconds. */
  readonly longest: number;
  #begun = false;
  #scope: DatabaseScope | null = null;
  #over = false;
  #collecting = false;
  #committing: Promise<void> | undefined;
  #endsWithLast = false;
  #ending: Promise<void> | undefined;
  /** Why a statement that nobody waits for failed: the next one's error only says that the transaction is aborted. */
  #cause: unknown;

  constructor(client: PoolClient, { snapshotMs }: TransactionTerms = {}) {
    this.#client = client;
    this.#isSnapshot = snapshotMs !== undefined;
    this.longest = snapshotMs ?? LONGEST_MS;
    this.#timer = setTimeout(
      () => this.#end(new DeadlineError(`Not finished within ${this.longest} ms.`)),
      this.longest,
    ).unref();
  }

  /** From here on COMMIT travels with the statement that is asked as the last one, if there is such a one. */
  readonly endWithLast = (): void => {
    this.#endsWithLast = true;
  };

  async query<Row extends object>(
    scope: DatabaseScope,
    statement: Statement,
    { last = false }: { readonly last?: boolean | undefined } = {},
  ): Promise<QueryResult<Row>> {
    if (this.#over) throw this.#cause ?? new Error("The transaction is over.");
    this.#sendTogether();
    if (!this.#begun) this.#begin(scope);
    if (!isSame(this.#scope, scope)) this.#send(enter(scope));
    // Going back to a savepoint takes back settings made since.
    this.#scope = /^rollback to/i.test(statement.text) ? null : scope;
    try {
      const answer = this.#client.query<Row>(statement);
      // If the statement fails, this rolls back. Whoever ends the transaction waits for it, and is told.
      if (last && this.#endsWithLast) this.commit().catch(() => {});
      return await answer;
    } catch (error) {
      throw isAborted(error) ? (this.#cause ?? error) : error;
    }
  }

  /**
   * Ends the transaction, once. Throws if it was aborted by an error that somebody has swallowed: nothing was kept.
   */
  commit(): Promise<void> {
    this.#committing ??= this.#commit();
    return this.#committing;
  }

  async #commit(): Promise<void> {
    if (this.#over) throw this.#cause ?? new Error("The transaction is over.");
    this.#over = true;
    if (!this.#begun) return;
    const { command } = await this.#client.query("commit");
    this.#begun = false;
    if (command !== "COMMIT") throw this.#cause ?? new Error("The transaction was aborted, so nothing was committed.");
  }

  /** Gives the connection back; an unfinished transaction is rolled back first. */
  async release(): Promise<void> {
    this.#over = true;
    // It may be on its way behind a statement that failed.
    await this.#committing?.catch(() => {});
    clearTimeout(this.#timer);
    if (this.#begun || this.#ending) await this.#end();
    else this.#client.release();
  }

  #end(cause?: unknown): Promise<void> {
    this.#over = true;
    this.#cause ??= cause;
    this.#ending ??= this.#client.query("rollback").then(
      () => this.#client.release(),
      () => this.#client.release(true),
    );
    return this.#ending;
  }

  #begin(scope: DatabaseScope): void {
    this.#begun = true;
    const bound = scope.accountId !== null || scope.personId !== null;
    if (!bound) this.#scope = scope;
    this.#send(bound ? { text: "begin" } : { text: "begin", role: scope.role });
    if (!this.#isSnapshot) return;
    this.#send({ text: "set transaction isolation level repeatable read" });
    // It may be read from the replica meanwhile.
    this.#send({ text: `set local idle_in_transaction_session_timeout = ${this.longest}` });
  }

  #send(statement: Statement | Begin): void {
    this.#client.query(statement).catch((error) => {
      this.#cause ??= error;
    });
  }

  /** One write to the socket for whatever is asked before the event loop turns. */
  #sendTogether(): void {
    if (this.#collecting) return;
    this.#collecting = true;
    const { stream } = (this.#client as PoolClient & WithStream).connection;
    stream.cork();
    setImmediate(() => {
      this.#collecting = false;
      stream.uncork();
    });
  }
}

/** The driver's own connection below a client. */
interface WithStream {
  readonly connection: { readonly stream: { cork(): void; uncork(): void } };
}

const isSame = (now: DatabaseScope | null, next: DatabaseScope): boolean =>
  now !== null && now.role === next.role && now.accountId === next.accountId && now.personId === next.personId;

/** Until the end of the transaction, so a pooled connection is returned unchanged. */
const enter = ({ role, accountId, personId }: DatabaseScope): Statement => ({
  name: "portcullis_enter",
  text: `select set_config('role', $1, true), set_config('portcullis.account', $2, true), set_config('portcullis.person', $3, true)`,
  values: [role, accountId ?? "", personId ?? ""],
});

const isAborted = (error: unknown): boolean => (error as { code?: unknown } | null)?.code === "25P02";
