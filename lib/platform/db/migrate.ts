import type {
  DiagnoseMigrationHistoryOutput,
  HistoryDiagnostic,
  MigrationList,
  SchemaEngine,
} from "@prisma/schema-engine-wasm/schema_engine_bg";
import { coverBackup } from "./cover-backup";
import { migrationsFolder, readMigrations } from "./migrations-folder";
import { withSchemaEngine } from "./schema-engine";

/** A migration that can't continue. The message is one sentence for the person at the terminal. */
export class MigrationError extends Error {
  override name = "MigrationError";
}

const noFilter = { externalTables: [], externalEnums: [] };

/**
 * Migrates a database to the latest of `prisma/migrations` and returns the names applied now, in order.
 *
 * Needs a user who may create tables and roles. Safe to run twice in parallel: the engine holds an advisory lock. The
 * history is Prisma's own, so `prisma migrate deploy` works on the same database.
 *
 * @throws MigrationError if the database is unreachable, an applied migration was edited or is unknown here, an
 *   earlier one failed halfway, or one fails now.
 */
export async function migrate(databaseUrl: string, folder: string = migrationsFolder): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  try {
    return await withSchemaEngine(databaseUrl, async (engine) => {
      await refuseBrokenHistory(engine, migrationsList);
      const { appliedMigrationNames } = await engine.applyMigrations({ migrationsList, filters: noFilter });
      if (appliedMigrationNames.length > 0) await coverBackup(databaseUrl);
      return appliedMigrationNames;
    });
  } catch (error) {
    throw error instanceof MigrationError ? error : new MigrationError(sentenceOf(error), { cause: error });
  }
}

/**
 * The migrations that `migrate` would apply, in order.
 *
 * @throws MigrationError as `migrate` would before it applies anything
 */
export async function pendingMigrations(databaseUrl: string, folder: string = migrationsFolder): Promise<string[]> {
  const migrationsList = await readMigrations(folder);
  try {
    return await withSchemaEngine(databaseUrl, async (engine) => {
      const history = await refuseBrokenHistory(engine, migrationsList);
      return history && "unappliedMigrationNames" in history ? history.unappliedMigrationNames : [];
    });
  } catch (error) {
    throw error instanceof MigrationError ? error : new MigrationError(sentenceOf(error), { cause: error });
  }
}

async function refuseBrokenHistory(
  engine: SchemaEngine,
  migrationsList: MigrationList,
): Promise<HistoryDiagnostic | null> {
  const found = await engine.diagnoseMigrationHistory({
    migrationsList,
    optInToShadowDatabase: false,
    filters: noFilter,
  });
  const problem = problemOf(found);
  if (problem) throw new MigrationError(problem);
  return found.history;
}

function problemOf(found: DiagnoseMigrationHistoryOutput): string | undefined {
  if (found.failedMigrationNames.length > 0) {
    return `Migration ${found.failedMigrationNames.join(", ")} failed earlier. Repair the database, then mark it with "prisma migrate resolve".`;
  }
  if (found.editedMigrationNames.length > 0) {
    return `Migration ${found.editedMigrationNames.join(", ")} was edited after it was applied. Restore the file and put the change in a new migration.`;
  }
  const unknown = unknownMigrations(found.history);
  if (unknown.length > 0) {
    return `The database has migration ${unknown.join(", ")}, which is unknown to this version of the portal.`;
  }
}

function unknownMigrations(history: HistoryDiagnostic | null): string[] {
  return history && "unpersistedMigrationNames" in history ? history.unpersistedMigrationNames : [];
}

/** The engine's message is one or two sentences, followed by a stack that alone contains the migration's name. */
function sentenceOf(error: unknown): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, name] = /migration_name="([^"]+)"/.exec(message) ?? [];
  const [words = ""] = message.split(/\n\s+0: /);
  const reason = words.replace(/^external connector error\s+|Error querying the database: /g, "").replace(/\s+/g, " ");
  return `${name ? `Migration ${name}` : "The migration"} failed: ${reason.trim()}`;
}
