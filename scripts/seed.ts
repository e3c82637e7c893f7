import { readCommandEnvironment, readEnvironment } from "@/lib/platform/config/env";
import { seed } from "@/prisma/seed/seed";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";

/** Fills a migrated and empty database, as the owner of its tables, with the sample data. The commands that do so look first. */
await runCommand(async () => {
  const settings = readEnvironment(process.env);
  if (settings.PORTAL_MODE === "production") {
    throw new CommandError("Sample data can't be loaded in production. PORTAL_MODE must be demo, development or test.");
  }
  await seed(readCommandEnvironment().DATABASE_MIGRATION_URL ?? settings.DATABASE_URL);
});
