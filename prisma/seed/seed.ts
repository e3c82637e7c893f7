import { env } from "@/lib/platform/config/env";
import { buildDemo } from "./build-demo";
import { ownerDatabase } from "./builders/owner-database";

/** Adds the demo data to an empty, migrated database. Refuses in production, and if there is data already. */
export async function seed(databaseUrl: string): Promise<void> {
  if (env().PORTAL_MODE === "production") throw new Error("Demo data can't be loaded in production.");
  const db = ownerDatabase(databaseUrl);
  try {
    if ((await db.account.count()) + (await db.person.count()) > 0) {
      throw new Error("This database already contains data, so it wasn't seeded.");
    }
    await buildDemo(db, new Date());
  } finally {
    await db.$disconnect();
  }
}
