import { env } from "@/lib/platform/config/env";
import { PrismaClient } from "./generated/client";
import type { LendingPool } from "./lending-pool";
import { reportOutage } from "./outage";
import { PostgresAdapter } from "./postgres-adapter";
import { type Timings, usualTimings } from "./timings";

interface Database {
  readonly adapter: PostgresAdapter;
  readonly client: PrismaClient;
}

const kept = globalThis as { portcullisDatabase?: Database };

/**
 * The process's connections, private to this folder. Every transaction starts as a role bound by row-level
 * security, so one without a scope sees nothing rather than everything, and no query runs outside a transaction.
 */
function database(): Database {
  kept.portcullisDatabase ??= openDatabase(usualTimings);
  return kept.portcullisDatabase;
}

export const prisma = (): PrismaClient => database().client;

export const pool = (): LendingPool => database().adapter.pool;

/** The name under which the pool's connections keep a statement prepared; empty if they don't. */
export const statementName = (text: string): string => database().adapter.nameOf({ sql: text });

/** A client with its own connections and timeouts. */
export const openPrisma = (timings: Timings): PrismaClient => openDatabase(timings).client;

/** Opening a transaction during an outage throws a Problem. */
function openDatabase(timings: Timings): Database {
  const settings = { connectionString: env().DATABASE_URL, max: 10 };
  const adapter = new PostgresAdapter(settings, timings, "portcullis_app");
  const client = new PrismaClient({ adapter });
  const transact = client.$transaction.bind(client) as (...args: unknown[]) => Promise<unknown>;
  client.$transaction = ((...args: unknown[]) => reportOutage(() => transact(...args))) as typeof client.$transaction;
  return { adapter, client };
}

export async function closePrisma(): Promise<void> {
  const open = kept.portcullisDatabase;
  delete kept.portcullisDatabase;
  await open?.client.$disconnect();
}
