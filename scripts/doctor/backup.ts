import type { Client } from "pg";
import { ageInWords } from "./age-in-words";
import { about, type Finding } from "./finding";

/** A nightly backup that failed once. */
const LONGEST_SECONDS = 48 * 3_600;

export async function backupFinding(client: Client): Promise<Finding> {
  const { ok, warning } = about("backup");
  const fix = "Run npm run backup every night, and keep a copy on another machine. See docs/backup.md.";
  await client.query("begin; set local role portcullis_worker");
  const { rows } = await client
    .query<{ seconds: number | null }>(
      `select extract(epoch from now() - max("finishedAt"))::int as seconds from "BackupRun"`,
    )
    .finally(() => client.query("rollback"));
  const seconds = rows[0]?.seconds ?? null;
  if (seconds === null) return warning("There is no backup yet.", fix);
  const last = `The last backup finished ${ageInWords(seconds)} ago.`;
  return seconds <= LONGEST_SECONDS ? ok(last) : warning(last, fix);
}
