import { type Database, primary } from "./client";
import { Connection, type DatabaseScope, type TransactionTerms } from "./connection";
import { type JoinedPrisma, joinPrisma } from "./join-prisma";
import { reportOutage } from "./outage";
import { noteHandle } from "./query-rows";
import type { ScopedDb } from "./scoped-db";

/** The database of one transaction, under any of its scopes. */
export type As = (scope: DatabaseScope) => ScopedDb;

/** How a transaction may end before `work` does. */
interface Ending {
  /** For work that ends with a statement: sends COMMIT with it. */
  readonly commit: () => Promise<void>;
  /** COMMIT travels with the statement that is asked as the last one (see `queryRows`), and nothing is asked after it. */
  readonly endWithLast: () => void;
}

/**
 * One transaction for everything in `work`. Commits when it returns and rolls back when it throws. Throws the Problem
 * `unavailable` in an outage.
 */
export const openTransaction = <T>(
  work: (as: As, ending: Ending) => Promise<T>,
  { database = primary(), ...terms }: TransactionTerms & { readonly database?: Database } = {},
): Promise<T> =>
  reportOutage(async () => {
    const connection = new Connection(await database.adapter.pool.connect(), terms);
    const handles = new Map<string, JoinedPrisma>();
    const as: As = (scope) => {
      const key = `${scope.role} ${scope.accountId} ${scope.personId}`;
      const known = handles.get(key);
      if (known !== undefined) return known.db;
      const joined = joinPrisma(database, connection, scope);
      handles.set(key, joined);
      noteHandle(joined.db, { database, connection, scope });
      return joined.db;
    };
    try {
      const answer = await work(as, { commit: () => connection.commit(), endWithLast: connection.endWithLast });
      await connection.commit();
      return answer;
    } finally {
      for (const joined of handles.values()) joined.leave();
      await connection.release();
    }
  });
