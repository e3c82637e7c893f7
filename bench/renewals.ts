import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as wait } from "node:timers/promises";
import { Client } from "pg";
import { migrate } from "@/lib/platform/db/migrate";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { programs } from "@/scripts/process/programs";
import { runCommand } from "@/scripts/process/run-command";
import { checkBooks } from "./renewals/check-books";
import { foundAccounts } from "./renewals/found";

const accounts = Number(process.argv[2] ?? 10_000);

/**
 * `npm run bench:renewals`: accounts with two services each, renewed and mailed in one run, which is killed halfway
 * and restarted. Fails if anything was lost or happened twice, or if memory grows with the number of accounts.
 */
await runCommand(async (endings) => {
  const cluster = await startTemporaryCluster(endings);
  const url = cluster.url("postgres");
  await migrate(url);
  const client = new Client({ connectionString: url });
  await client.connect();
  await foundAccounts(client, accounts);
  const invoiced = await killInTheMiddle(client, startRun(url));
  const { seconds, failures, megabytes } = await finish(startRun(url));
  const wrong = [...failures, ...(await checkBooks(client, accounts))];
  await client.end();

  const left = accounts - invoiced;
  const third = Math.floor(megabytes.length / 3);
  const [early, late] = [highest(megabytes.slice(third, 2 * third)), highest(megabytes.slice(-third))];
  console.log(`${accounts.toLocaleString("en")} accounts with two services each`);
  console.log(`  killed after ${invoiced} invoices; the next run renewed the other ${left} and mailed all ${accounts}`);
  console.log(`  in ${seconds.toFixed(0)} s, ${(left / seconds).toFixed(0)} accounts per second, including mail`);
  console.log(
    `  memory: ${early.toFixed(0)} MB peak in the second third of the run, ${late.toFixed(0)} MB in the last`,
  );
  for (const line of wrong) console.log(`  WRONG ${line}`);
  console.log(wrong.length === 0 ? "  nothing lost or duplicated" : `  ${wrong.length} figures are wrong`);
  process.exitCode = wrong.length === 0 && late < early * 1.25 ? 0 : 1;
});

/** A separate process, like the worker. */
function startRun(url: string): ChildProcess {
  return spawn(process.execPath, [...programs.script, "bench/renewals/run.ts"], {
    env: { ...process.env, DATABASE_URL: url, PORTAL_MODE: "test" },
    stdio: ["ignore", "inherit", "inherit", "ipc"],
  });
}

/** Kills the run once half of the accounts have their invoice; returns how many had one by then. */
async function killInTheMiddle(client: Client, run: ChildProcess): Promise<number> {
  const count = async () => Number((await client.query(`select count(*) from "Invoice"`)).rows[0].count);
  while ((await count()) < accounts / 2) await wait(100);
  const ended = once(run, "exit");
  run.kill("SIGKILL");
  await ended;
  return count();
}

interface Finished {
  readonly seconds: number;
  readonly failures: readonly string[];
  readonly megabytes: readonly number[];
}

async function finish(run: ChildProcess): Promise<Finished> {
  const megabytes: number[] = [];
  let told: Omit<Finished, "megabytes"> | undefined;
  run.on("message", (message: { megabytes: number } | Omit<Finished, "megabytes">) => {
    if ("megabytes" in message) megabytes.push(message.megabytes);
    else told = message;
  });
  const [code] = await once(run, "exit");
  if (told === undefined) throw new Error(`The run ended with ${code} without a result.`);
  return { ...told, megabytes };
}

function highest(values: readonly number[]): number {
  return Math.max(0, ...values);
}
