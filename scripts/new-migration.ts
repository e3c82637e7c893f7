import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import path from "node:path";
import { migrationsFolder } from "@/lib/platform/db/migrations-folder";
import { schemaDifference } from "@/lib/platform/db/schema-difference";
import { ownDatabase } from "./postgres/own-database";
import { checkout } from "./postgres/places";
import { CommandError } from "./process/command-error";
import { runCommand } from "./process/run-command";

const schemaFolder = path.join(checkout, "prisma/schema");
/** The schema after the newest migration. In the repository, because the next migration is the difference from it. */
const migratedSchema = path.join(migrationsFolder, "migrated-schema.prisma");

/** `npm run db:new-migration -- name`: writes the changes in `prisma/schema` since the last migration as SQL. */
await runCommand(async (shutdown) => {
  const name = process.argv[2];
  if (!name || !/^[a-z][a-z0-9_]*$/.test(name)) {
    throw new CommandError(
      "Use lowercase letters, digits and _ for the migration name: npm run db:new-migration -- add_quotes",
    );
  }
  const current = await readSchema();
  const sql = await schemaDifference(await ownDatabase(shutdown), await readMigratedSchema(), current).catch(
    (error: Error) => {
      throw new CommandError(`Couldn't read prisma/schema: ${error.message}`);
    },
  );
  const folder = path.join(migrationsFolder, `${timestamp()}_${name}`);
  await mkdir(folder, { recursive: true });
  await writeFile(path.join(folder, "migration.sql"), sql);
  await writeFile(migratedSchema, current);
  console.log(`${path.relative(checkout, folder)}/migration.sql`);
  console.log(
    sql.startsWith("-- This is an empty migration")
      ? "The schema hasn't changed, so the migration is empty. Write it by hand."
      : "Review it, and add what Prisma can't generate: row-level security, triggers, grants.",
  );
});

async function readSchema(): Promise<string> {
  const files = (await readdir(schemaFolder)).filter((file) => file.endsWith(".prisma")).sort();
  const contents = await Promise.all(files.map((file) => readFile(path.join(schemaFolder, file), "utf8")));
  return contents.join("\n");
}

async function readMigratedSchema(): Promise<string | undefined> {
  return readFile(migratedSchema, "utf8").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

function timestamp(): string {
  return new Date().toISOString().replace(/\D/g, "").slice(0, 14);
}
