import { readCommandEnvironment, readEnvironment } from "@/lib/platform/config/env";
import { seed } from "@/prisma/seed/seed";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";

/**
 * Adds the sample data to DATABASE_URL, as the owner of its tables. It must be migrated and empty; the calling commands
 * check that.
 */
await runCommand(async () => {
  const settings = readEnvironment(process.env);
  if (settings.PORTAL_MODE === "production") {
    throw new CommandError("Sample data can't be loaded in production. PORTAL_MODE must be demo, development or test.");
  }
  await seed(readCommandEnvironment().DATABASE_MIGRATION_URL ?? settings.DATABASE_URL);
});
