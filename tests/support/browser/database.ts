import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";

let database: OwnerDatabase | undefined;

/** The database of the portal that is visited, past row-level security: to arrange and to look. One a worker. */
export function portalDatabase(): OwnerDatabase {
  const { PORTAL_TEST_URL, PORTAL_TEST_DATABASE_URL } = process.env;
  if (!PORTAL_TEST_URL || !PORTAL_TEST_DATABASE_URL) throw new Error("No portal was started for the browser tests.");
  // What is sealed here (session cookies, login details) has to open there: the same mode, so the same secret.
  Object.assign(process.env, {
    PORTAL_MODE: "test",
    PORTAL_URL: PORTAL_TEST_URL,
    DATABASE_URL: PORTAL_TEST_DATABASE_URL,
  });
  database ??= ownerDatabase(PORTAL_TEST_DATABASE_URL);
  return database;
}
