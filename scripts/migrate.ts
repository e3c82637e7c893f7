import { migrate } from "@/lib/platform/db/migrate";
import { ownDatabase } from "./postgres/own-database";
import { runCommand } from "./process/run-command";

/** `npm run db:migrate`: applies all migrations to DATABASE_URL or the embedded database. */
await runCommand(async (shutdown) => {
  const applied = await migrate(await ownDatabase(shutdown));
  console.log(applied.length === 0 ? "The database is up to date." : `Applied: ${applied.join(", ")}`);
});
