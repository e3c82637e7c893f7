import { type ConstructorOptions, PgBoss } from "pg-boss";
import { env } from "@/lib/platform/config/env";
import { guardedClient } from "@/lib/platform/db/guarded-client";
import { queueTimings } from "@/lib/platform/db/timings";
import { newRequestId, withRequestId } from "@/lib/platform/kernel/request-id";
import { log } from "@/lib/platform/logging/log";
import type { QueuedJob } from "./queues";

/** After this long a run counts as dead. Another can start earlier: jobs are safe to run in parallel. */
const LONGEST_RUN_SECONDS = 3_600;

/** Runs jobs as scheduled, by name, on whichever worker takes them. Stop what it returns. */
export async function startJobs(jobs: Readonly<Record<string, QueuedJob>>): Promise<PgBoss> {
  const boss = new PgBoss(queueSettings());
  boss.on("error", (error) => log().error({ err: error }, "A background job failed."));
  await boss.start();
  for (const [name, job] of Object.entries(jobs)) {
    const { cron } = job;
    const run = () => withRequestId(newRequestId(), () => logged(name, job));
    // `short`: one waiting job is enough, however long there was no worker.
    await boss.createQueue(name, {
      policy: "short",
      retryLimit: 0,
      expireInSeconds: LONGEST_RUN_SECONDS,
      deleteAfterSeconds: 86_400,
    });
    // Jobs are due by the minute, and urgent work is announced by the database: polling more often is pointless.
    await boss.work(name, { pollingIntervalSeconds: 10 }, run);
    await boss.schedule(name, cron);
  }
  return boss;
}

/** One run of a job. Its rows in the activity log carry the id of its log lines. The queue itself logs no failure. */
async function logged(name: string, { run }: QueuedJob): Promise<void> {
  const began = performance.now();
  try {
    await run();
  } catch (error) {
    log().error({ err: error, job: name }, "A background job failed.");
    throw error;
  }
  log().debug({ job: name, ms: Math.round(performance.now() - began) }, "A job ran.");
}

/** It has its own pool, and its schema from a migration. Unknown options are passed on to `pg`, so its connections are guarded like ours. */
function queueSettings(): ConstructorOptions {
  const connections = {
    Client: guardedClient(queueTimings),
    connectionTimeoutMillis: queueTimings.connect,
    query_timeout: queueTimings.query,
    keepAlive: true,
    keepAliveInitialDelayMillis: 10_000,
  };
  return { ...connections, connectionString: env().DATABASE_DIRECT_URL, schema: "pgboss", createSchema: false, max: 2 };
}
