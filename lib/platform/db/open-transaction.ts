import { pool } from "./client";
import { Connection, type DatabaseScope } from "./connection";
import { type JoinedPrisma, joinPrisma } from "./join-prisma";
import { reportOutage } from "./outage";
import { noteHandle } from "./query-rows";
import type { ScopedDb } from "./scoped-db";

/** The database of one transaction, under any of its scopes. */
export type As = (scope: DatabaseScope) => ScopedDb;

/**
 * One transaction for everything in `work`. Commits when it returns and rolls back when it throws. Throws the Problem
 * `unavailable` in an outage. Work that ends with a statement can call `commit` itself, to send both together.
 */
export const openTransaction = <T>(work: (as: As, commit: () => Promise<void>) => Promise<T>): Promise<T> =>
  reportOutage(async () => {
    const connection = new Connection(await pool().connect());
    const handles = new Map<string, JoinedPrisma>();
    const as: As = (scope) => {
      const key = `${scope.role} ${scope.accountId} ${scope.personId}`;
      const known = handles.get(key);
      if (known !== undefined) return known.db;
      const joined = joinPrisma(connection, scope);
      handles.set(key, joined);
      noteHandle(joined.db, { connection, scope });
      return joined.db;
    };
    try {
      const answer = await work(as, () => connection.commit());
      await connection.commit();
      return answer;
    } finally {
      for (const joined of handles.values()) joined.leave();
      await connection.release();
    }
  });
