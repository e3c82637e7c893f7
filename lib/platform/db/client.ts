import { env } from "@/lib/platform/config/env";
import { PrismaClient } from "./generated/client";
import { reportOutage } from "./outage";
import { PostgresAdapter } from "./postgres-adapter";
import { type Timings, usualTimings } from "./timings";

const kept = globalThis as { portcullisPrisma?: PrismaClient };

/**
 * The process's connection pool, private to this folder. Every transaction starts as a role bound by row-level
 * security, so one without a scope sees nothing rather than everything, and no query runs outside a transaction.
 */
export function prisma(): PrismaClient {
  kept.portcullisPrisma ??= openPrisma(usualTimings);
  return kept.portcullisPrisma;
}

/** A client with its own connections and timeouts. Opening a transaction during an outage throws a Problem. */
export function openPrisma(timings: Timings): PrismaClient {
  const pool = { connectionString: env().DATABASE_URL, max: 10 };
  const client = new PrismaClient({ adapter: new PostgresAdapter(pool, timings, "portcullis_app") });
  const transact = client.$transaction.bind(client) as (...args: unknown[]) => Promise<unknown>;
  client.$transaction = ((...args: unknown[]) => reportOutage(() => transact(...args))) as typeof client.$transaction;
  return client;
}

export async function closePrisma(): Promise<void> {
  const client = kept.portcullisPrisma;
  delete kept.portcullisPrisma;
  await client?.$disconnect();
}
