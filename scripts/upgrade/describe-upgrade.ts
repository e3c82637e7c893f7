import { readFile, statfs } from "node:fs/promises";
import path from "node:path";
import type { Client } from "pg";
import { migrationsFolder } from "@/lib/platform/db/migrations-folder";
import { ageInWords } from "@/scripts/doctor/age-in-words";
import { breakingChanges, migrationEffects } from "./migration-effects";
import type { Blocks } from "./statement-effect";

/** An upgrade in words, for the person who decides when to do it. */
export async function describeUpgrade(client: Client, pending: readonly string[], folder = migrationsFolder) {
  const lines = [pending.length === 0 ? "No migrations pending." : `${pending.length} pending:`];
  for (const name of pending) {
    const sql = await readFile(path.join(folder, name, "migration.sql"), "utf8");
    lines.push(`  ${name}`);
    for (const line of await locksOf(client, sql)) lines.push(`    ${line}`);
    for (const reason of await breakingChanges(sql)) lines.push(`    stops the version before: ${reason}`);
    if (/^-- contract:/m.test(sql)) lines.push("    stops the version before: stop it first");
  }
  return [...lines, await diskLine(client), await backupLine(client)];
}

const strength: readonly Blocks[] = ["changes of its rows", "writes", "reads and writes"];

/** The strongest lock per table, with the table's size: a large one is what takes time. */
async function locksOf(client: Client, sql: string): Promise<string[]> {
  const strongest = new Map<string, Blocks>();
  for (const { table, blocks } of await migrationEffects(sql)) {
    const known = strongest.get(table);
    if (known === undefined || strength.indexOf(blocks) > strength.indexOf(known)) strongest.set(table, blocks);
  }
  const lines: string[] = [];
  for (const [table, blocks] of strongest) lines.push(`blocks ${blocks} of ${table} (${await sizeOf(client, table)})`);
  return lines.length > 0 ? lines : ["adds only, blocks nothing"];
}

async function sizeOf(client: Client, table: string): Promise<string> {
  const { rows } = await client.query<{ rows: string; size: string }>(
    `select greatest(reltuples, 0)::bigint as rows, pg_size_pretty(pg_total_relation_size(oid)) as size
     from pg_class where relname = $1 and relkind in ('r', 'p') limit 1`,
    [table],
  );
  return rows[0] ? `about ${rows[0].rows} rows, ${rows[0].size}` : "not there yet";
}

async function diskLine(client: Client): Promise<string> {
  const { rows } = await client.query<{ size: string }>(
    "select pg_size_pretty(pg_database_size(current_database())) as size",
  );
  const { bavail, bsize } = await statfs(".");
  const free = Math.floor((bavail * bsize) / 2 ** 20);
  return `Disk: the database has ${rows[0]?.size}; ${free} MB are free on this machine.`;
}

async function backupLine(client: Client): Promise<string> {
  const { rows: known } = await client.query(`select to_regclass('public."BackupRun"') is not null as there`);
  if (!known[0]?.there) return "Backups aren't recorded before this upgrade.";
  const { rows } = await client.query<{ file: string; at: Date }>(
    `select file, "finishedAt" as at from "BackupRun" order by "finishedAt" desc limit 1`,
  );
  const [last] = rows;
  if (last === undefined) return "There is no backup. Run npm run backup -- FILE first.";
  return `Last backup: ${last.file}, ${ageInWords((Date.now() - last.at.getTime()) / 1_000)} ago.`;
}
