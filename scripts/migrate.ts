import { migratePortal } from "@/lib/platform/db/migrate-portal";
import { ownDatabase, ownDatabaseAsOwner } from "./postgres/own-database";
import { runCommand } from "./process/run-command";

/**
 * `npm run db:migrate`: brings the database of DATABASE_URL, or else the embedded one, to the last migration, as the user of
 * DATABASE_MIGRATION_URL if that is set, and gives the user of DATABASE_URL the rights that the portal needs.
 */
await runCommand(async (shutdown) => {
  const portalUrl = await ownDatabase(shutdown);
  const applied = await migratePortal({ migrationUrl: await ownDatabaseAsOwner(shutdown), portalUrl });
  console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
});
