import type { Database } from "./client";
import type { Connection, DatabaseScope } from "./connection";
import type { ScopedDb, Transaction } from "./scoped-db";

/** Prisma in a transaction of ours. */
export interface JoinedPrisma {
  readonly db: ScopedDb;
  /** Ends Prisma's part; nothing is sent. */
  leave(): void;
}

/** Prisma's own timeouts: above those of the connection, which settle every case first. */
const patienceWith = ({ longest }: Connection) => ({ maxWait: longest + 30_000, timeout: longest + 30_000 });

/**
 * Prisma's models within a transaction of ours. Prisma joins with the first query through one of them: a request that
 * only uses prepared statements doesn't pay for it.
 */
export function joinPrisma(database: Database, connection: Connection, scope: DatabaseScope): JoinedPrisma {
  const left = Promise.withResolvers<void>();
  let joining: Promise<Transaction> | undefined;
  const join = (): Promise<Transaction> =>
    (joining ??= new Promise((resolve, reject) => {
      const inside = (tx: Transaction): Promise<void> => {
        resolve(tx);
        return left.promise;
      };
      const { adapter, client } = database;
      adapter.pool.lend(connection, scope, () => client().$transaction(inside, patienceWith(connection))).catch(reject);
    }));
  return { db: lazily(join), leave: left.resolve };
}

const nextTick = (): Promise<void> => new Promise(process.nextTick);

type Method = (...args: unknown[]) => Promise<unknown>;

/** Looks like the transaction's client, and opens it when a method is called. */
function lazily(open: () => Promise<Transaction>): ScopedDb {
  let lastStart = Promise.resolve();
  // Prisma runs the queries that one tick starts in a transaction one after another: start each in its own.
  const join = async (): Promise<Transaction> => {
    const start = lastStart;
    lastStart = start.then(nextTick);
    await start;
    return open();
  };
  const known = new Map<string, unknown>();
  const once = (name: string, make: () => unknown) => {
    if (!known.has(name)) known.set(name, make());
    return known.get(name);
  };
  const raw =
    (name: string): Method =>
    async (...args) =>
      (await join())[name as "$queryRaw"](...(args as [never]));
  const model = (name: string) =>
    new Proxy({} as Record<string, Method>, {
      get:
        (_, method: string): Method =>
        async (...args) =>
          ((await join()) as unknown as Record<string, Record<string, Method>>)[name]?.[method]?.(...args),
    });
  return new Proxy({} as ScopedDb, {
    get(_, name) {
      // Not a promise, though it is returned from async functions.
      if (typeof name !== "string" || name === "then") return undefined;
      return once(name, () => (name.startsWith("$") ? raw(name) : model(name)));
    },
  });
}
