import type { ClientBase } from "pg";
import { migrationsFolder, readMigrations } from "./migrations-folder";

/** Whether anything was ever migrated: one sentence if not. */
export async function tablesProblem(client: Pick<ClientBase, "query">): Promise<string | undefined> {
  const { rows } = await client.query<{ there: boolean }>(
    `select to_regclass('public."Product"') is not null as there`,
  );
  return rows[0]?.there ? undefined : "The database has no portal tables. Run npm run db:migrate first.";
}

/**
 * What is wrong with the migrations of a database that has some, as one sentence. Later ones than this version's are no
 * problem: during an upgrade a version runs on the schema of the next (docs/upgrade.md).
 */
export async function migrationProblem(
  client: Pick<ClientBase, "query">,
  folder: string = migrationsFolder,
): Promise<string | undefined> {
  const applied = await readApplied(client);
  if (applied === undefined) return "The database was migrated by an older version. Run npm run db:migrate.";
  const known = (await readMigrations(folder)).migrationDirectories.map(({ path }) => path);
  const finished = new Set(applied.filter(({ done }) => done).map(({ name }) => name));
  const failed = applied.filter(({ done, name }) => !done && !finished.has(name)).map(({ name }) => name);
  const missing = known.filter((name) => !finished.has(name));
  if (failed.length > 0) return `Migration ${failed.join(", ")} failed. Run npm run db:migrate to see why.`;
  const [first, ...others] = missing;
  if (first === undefined) return undefined;
  const many = `${missing.length} migrations are missing, from ${first} on`;
  return `${others.length === 0 ? `Migration ${first} is missing` : many}. Run npm run db:migrate.`;
}

interface Applied {
  readonly name: string;
  readonly done: boolean;
}

/** Undefined if the portal's role may not read the history, which every migration lets it. */
async function readApplied(client: Pick<ClientBase, "query">): Promise<Applied[] | undefined> {
  try {
    await client.query("begin; set local role portcullis_app");
    const { rows } = await client.query<Applied>(
      `select migration_name as name, finished_at is not null as done from _prisma_migrations where rolled_back_at is null`,
    );
    return rows;
  } catch (error) {
    if ((error as { code?: unknown }).code === "42501") return undefined;
    throw error;
  } finally {
    await client.query("rollback");
  }
}
