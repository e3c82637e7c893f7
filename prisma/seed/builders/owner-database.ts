import { PrismaClient } from "@/lib/platform/db/generated/client";
import { PostgresAdapter } from "@/lib/platform/db/postgres-adapter";
import { patientTimings } from "@/lib/platform/db/timings";

export type OwnerDatabase = PrismaClient;

/** A connection as the owner of the tables, bypassing row-level security. For seeding and tests only. */
export const ownerDatabase = (databaseUrl: string): OwnerDatabase =>
  new PrismaClient({ adapter: new PostgresAdapter({ connectionString: databaseUrl, max: 4 }, patientTimings) });
