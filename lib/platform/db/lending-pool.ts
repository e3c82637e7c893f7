import { AsyncLocalStorage } from "node:async_hooks";
import type { PoolClient, QueryResult } from "pg";
import type { Connection, DatabaseScope, Statement } from "./connection";
import { GuardedPool } from "./guarded-pool";

/** A pool that gives out a lent connection, once, where there is one. */
export class LendingPool extends GuardedPool {
  // The pool's own: Next's bundle holds several copies of this module, which share the one pool.
  readonly #loans = new AsyncLocalStorage<{ client: PoolClient | null }>();

  /**
   * Runs `open` so that the transaction it opens through Prisma takes place within a transaction of ours: the first
   * connection it gets from this pool is a stand-in for `connection`.
   */
  lend<T>(connection: Connection, scope: DatabaseScope, open: () => T): T {
    return this.#loans.run({ client: standIn(connection, scope) }, open);
  }

  override connect(): Promise<PoolClient>;
  override connect(...lend: Parameters<GuardedPool["connect"]>): void;
  override connect(...lend: [] | Parameters<GuardedPool["connect"]>): Promise<PoolClient> | undefined {
    if (lend.length > 0) return super.connect(...(lend as [never])) as undefined;
    const loan = this.#loans.getStore();
    const client = loan?.client ?? null;
    if (loan === undefined || client === null) return super.connect();
    loan.client = null;
    return Promise.resolve(client);
  }
}

/** Our transaction begins and ends by itself, so Prisma's own commands for that do nothing. */
function standIn(connection: Connection, scope: DatabaseScope): PoolClient {
  const client: Pick<PoolClient, "release"> & Record<"query" | "on" | "removeListener", unknown> = {
    query: (statement: Statement) =>
      /^(begin|commit|rollback)$/i.test(statement.text) ? Promise.resolve(done) : connection.query(scope, statement),
    on: () => client,
    removeListener: () => client,
    release: () => {},
  };
  return client as PoolClient;
}

const done: Pick<QueryResult, "fields" | "rows" | "rowCount"> = { fields: [], rows: [], rowCount: 0 };
