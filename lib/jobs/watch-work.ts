import { renewalsLag } from "@/lib/billing/core/renewals/renewals-lag";
import { businessNow } from "@/lib/platform/db/business-clock";
import { poolFigures } from "@/lib/platform/db/pool-figures";
import { asWorker } from "@/lib/platform/db/transaction";
import { outboxFigures } from "@/lib/platform/mail/outbox-figures";
import { gauge } from "@/lib/platform/metrics/gauge";
import type { Metrics } from "@/lib/platform/metrics/metrics";

/** Jobs that are due and not begun, by queue. */
export interface QueueFigures {
  readonly queue: string;
  readonly waiting: number;
  /** When the oldest of them became due; null if none is waiting. */
  readonly oldestSince: Date | null;
}

/** What falls behind when the worker or what it depends on is stuck: jobs, mail, renewals, backups. */
export function watchWork(metrics: Metrics, queues: () => Promise<readonly QueueFigures[]>): void {
  const ofQueue = ["queue"];
  const waitingHelp = "Jobs that are due and not begun, by queue.";
  gauge(metrics, { name: "portcullis_queue_jobs_waiting", help: waitingHelp, labels: ofQueue }, async () =>
    (await queues()).map(({ queue, waiting }) => [{ queue }, waiting] as const),
  );
  const oldestHelp = "How long the oldest job has been due, by queue; 0 if none is.";
  gauge(metrics, { name: "portcullis_queue_oldest_job_seconds", help: oldestHelp, labels: ofQueue }, async () =>
    (await queues()).map(({ queue, oldestSince }) => [{ queue }, secondsSince(oldestSince)] as const),
  );
  gauge(metrics, { name: "portcullis_outbox_mails_waiting", help: "Email that is due and not sent." }, async () => {
    const { waiting } = await outboxFigures();
    return [[{}, waiting]];
  });
  const outboxHelp = "How long the oldest unsent email has been due; 0 if none is.";
  gauge(metrics, { name: "portcullis_outbox_oldest_mail_seconds", help: outboxHelp }, async () => {
    const { oldestSince } = await outboxFigures();
    return [[{}, secondsSince(oldestSince)]];
  });
  const renewalsHelp = "How long the oldest renewal has been due without an invoice; 0 if none is.";
  gauge(metrics, { name: "portcullis_renewals_lag_seconds", help: renewalsHelp }, async () => [
    [{}, (await renewalsLag(await businessNow())) / 1000],
  ]);
  const backupHelp = "Age of the last successful backup; absent if there is none.";
  gauge(metrics, { name: "portcullis_backup_age_seconds", help: backupHelp }, async () => [[{}, await backupAge()]]);
  const poolHelp = "Callers waiting for a connection to the database.";
  gauge(metrics, { name: "portcullis_db_connections_waited_for", help: poolHelp }, async () => [
    [{}, poolFigures().waiting],
  ]);
}

const secondsSince = (since: Date | null): number =>
  since === null ? 0 : Math.max(0, (Date.now() - since.getTime()) / 1000);

async function backupAge(): Promise<number | null> {
  const last = await asWorker((db) => db.backupRun.findFirst({ orderBy: { finishedAt: "desc" } }));
  return last === null ? null : secondsSince(last.finishedAt);
}
