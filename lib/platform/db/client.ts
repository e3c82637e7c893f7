import { env } from "@/lib/platform/config/env";
import type { PrismaClient } from "./generated/client";
import { reportOutage } from "./outage";
import { PostgresAdapter } from "./postgres-adapter";
import { SpareClients } from "./spare-clients";
import { replicaTimings, type Timings, usualTimings } from "./timings";

export interface Database {
  readonly adapter: PostgresAdapter;
  /** Made when it is first used: it takes longer than all else that a start needs of the database. */
  readonly client: () => PrismaClient;
  readonly close: () => Promise<void>;
}

const kept = globalThis as { portcullisDatabase?: Database; portcullisReplica?: Database };

/**
 * The process's connections, private to this folder. Every transaction starts as a role bound by row-level
 * security, so one without a scope sees nothing rather than everything, and no query runs outside a transaction.
 */
export function primary(): Database {
  kept.portcullisDatabase ??= openDatabase(usualTimings);
  return kept.portcullisDatabase;
}

/** Null if there is none. Its transactions are under the same roles, and change nothing. */
export function replica(): Database | null {
  const connectionString = env().DATABASE_REPLICA_URL;
  if (connectionString === undefined) return null;
  kept.portcullisReplica ??= openDatabase(replicaTimings, { connectionString, readOnly: true });
  return kept.portcullisReplica;
}

export const prisma = (): PrismaClient => primary().client();

/** A client with its own connections and timeouts. */
export const openPrisma = (timings: Timings): PrismaClient => openDatabase(timings).client();

/** Opening a transaction during an outage throws a Problem. */
function openDatabase(timings: Timings, { connectionString = env().DATABASE_URL, readOnly = false } = {}): Database {
  const settings = { connectionString, max: 10 };
  const pooled = env().DATABASE_POOLER !== undefined;
  const adapter = new PostgresAdapter(settings, timings, { role: "portcullis_app", pooled, readOnly });
  let made: PrismaClient | undefined;
  return {
    adapter,
    client: () => (made ??= clients.open(adapter)),
    close: () => (made === undefined ? adapter.pool.end() : made.$disconnect()),
  };
}

const clients = new SpareClients((client) => {
  const transact = client.$transaction.bind(client) as (...args: unknown[]) => Promise<unknown>;
  client.$transaction = ((...args: unknown[]) => reportOutage(() => transact(...args))) as typeof client.$transaction;
});

export async function closePrisma(): Promise<void> {
  const open = [kept.portcullisDatabase, kept.portcullisReplica];
  delete kept.portcullisDatabase;
  delete kept.portcullisReplica;
  await Promise.all(open.map((database) => database?.close()));
}
