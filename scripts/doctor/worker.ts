import type { Client } from "pg";
import { ageInWords } from "./age-in-words";
import { about, type Finding } from "./finding";

/** A running worker looks at its schedule every half minute and notes the time. */
const LONGEST_SECONDS = 120;

export async function workerFinding(client: Client): Promise<Finding> {
  const { ok, problem } = about("worker");
  const fix = "Start npm run worker, and keep it running as a service. See docs/install.md.";
  const { rows } = await client.query<{ there: boolean }>("select to_regclass('pgboss.version') is not null as there");
  if (!rows[0]?.there) return problem("It has never run: no email is sent and no invoice is issued.", fix);
  const { rows: beats } = await client.query<{ seconds: number | null }>(
    "select extract(epoch from now() - max(cron_on))::int as seconds from pgboss.version",
  );
  const seconds = beats[0]?.seconds ?? null;
  if (seconds !== null && seconds <= LONGEST_SECONDS) return ok("It is running.");
  const last = seconds === null ? "It has never run its schedule" : `It was last seen ${ageInWords(seconds)} ago`;
  return problem(`${last}: no email is sent and no invoice is issued.`, fix);
}
