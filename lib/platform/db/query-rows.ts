import pg from "pg";
import type { Database } from "./client";
import type { Connection, DatabaseScope } from "./connection";
import { Prisma } from "./generated/client";
import type { ScopedDb, Transaction } from "./scoped-db";
import type { Sql } from "./sql";

interface Handle {
  readonly database: Database;
  readonly connection: Connection;
  readonly scope: DatabaseScope;
}

interface AskedLast {
  /**
   * The operation asks nothing after this. If the request is that operation alone, its COMMIT travels with this statement
   * instead of on a way of its own.
   */
  readonly last?: true;
}

const handles = new WeakMap<ScopedDb, Handle>();

export function noteHandle(db: ScopedDb, handle: Handle): void {
  handles.set(db, handle);
}

/** The transaction that `db` is a scope of; none for a client of its own. */
export const connectionOf = (db: ScopedDb): Connection | undefined => handles.get(db)?.connection;

/**
 * The rows of a prepared statement, within the scope that `db` has and no other: row-level security applies as it does
 * to Prisma's own queries. For reads in every request, where Prisma's price shows.
 */
export async function queryRows<Row extends object>(
  db: ScopedDb,
  { text, values }: Pick<Sql, "text" | "values">,
  { last }: AskedLast = {},
) {
  const handle = handles.get(db);
  // A client of its own, as in the sample data: not one of our transactions.
  if (handle === undefined) return (db as Transaction).$queryRawUnsafe<Row[]>(text, ...values);
  const statement = { text, name: handle.database.adapter.nameOf({ sql: text }), values: values.map(sent), types };
  const { rows } = await handle.connection.query<Row>(handle.scope, statement, { last });
  return rows;
}

/** The driver would write a time in the zone of this process. */
const sent = (value: unknown): unknown => (value instanceof Date ? value.toISOString() : value);

const { INT8, NUMERIC } = pg.types.builtins;

/** As Prisma gives them: whole numbers and decimals without rounding. */
const types = {
  getTypeParser(oid: number, format?: "text" | "binary") {
    if (oid === INT8) return BigInt;
    if (oid === NUMERIC) return (text: string) => new Prisma.Decimal(text);
    return pg.types.getTypeParser(oid, format ?? "text");
  },
};
