import type { PrismaClient } from "@/lib/platform/db/generated/client";
import { PostgresAdapter } from "@/lib/platform/db/postgres-adapter";
import { SpareClients } from "@/lib/platform/db/spare-clients";
import { patientTimings } from "@/lib/platform/db/timings";

export type OwnerDatabase = PrismaClient;

/** A connection as the owner of the tables, bypassing row-level security. For seeding and tests only. */
export const ownerDatabase = (databaseUrl: string): OwnerDatabase =>
  clients.open(new PostgresAdapter({ connectionString: databaseUrl, max: 4 }, patientTimings));

const clients = new SpareClients();
