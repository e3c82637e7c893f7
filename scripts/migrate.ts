import { MigrationError, migrate } from "@/lib/db/migrate";
import { CommandError } from "./command-error";
import { ownDatabase } from "./postgres/own-database";
import { runCommand } from "./run-command";

/** `npm run db:migrate`: brings DATABASE_URL, or else the embedded database, to the last migration. */
await runCommand(async (shutdown) => {
  const applied = await migrate(await ownDatabase(shutdown)).catch((error) => {
    throw error instanceof MigrationError ? new CommandError(error.message) : error;
  });
  console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
});
