import { PrismaPg } from "@prisma/adapter-pg";
import { PrismaClient } from "@/lib/db/generated/client";
import { statementNames } from "@/lib/db/statement-names";

export type OwnerDatabase = PrismaClient;

/** A connection as the owner of the tables, whom row-level security lets fill them. For seeding and for tests only. */
export const ownerDatabase = (databaseUrl: string): OwnerDatabase =>
  new PrismaClient({
    adapter: new PrismaPg({ connectionString: databaseUrl, max: 4 }, { statementNameGenerator: statementNames() }),
  });
