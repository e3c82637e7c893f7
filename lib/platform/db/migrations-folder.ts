import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import type { MigrationDirectory, MigrationList } from "@prisma/schema-engine-wasm/schema_engine_bg";

/** The portal's migrations: one folder each, applied in order of name. */
export const migrationsFolder = path.join(process.cwd(), "prisma/migrations");

/** The names of the migrations this version knows, in order. */
export async function migrationNames(folder: string = migrationsFolder): Promise<string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => name)
    .sort();
}

/** Reads a folder in Prisma's layout (`<name>/migration.sql`, `migration_lock.toml`) in the form the engine expects. */
export async function readMigrations(folder: string): Promise<MigrationList> {
  return {
    baseDir: folder,
    lockfile: { path: "migration_lock.toml", content: await readOptional(path.join(folder, "migration_lock.toml")) },
    shadowDbInitScript: "",
    migrationDirectories: await Promise.all((await migrationNames(folder)).map((name) => readMigration(folder, name))),
  };
}

async function readMigration(folder: string, name: string): Promise<MigrationDirectory> {
  const content = await readOptional(path.join(folder, name, "migration.sql"));
  return {
    path: name,
    migrationFile: {
      path: "migration.sql",
      content: content === null ? { tag: "error", value: "migration.sql is missing" } : { tag: "ok", value: content },
    },
  };
}

async function readOptional(file: string): Promise<string | null> {
  return readFile(file, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return null;
    throw error;
  });
}
