import { setTimeout as wait } from "node:timers/promises";
import { bringSandboxReports } from "@/lib/billing/core/payments/bring-sandbox-reports";
import { giveUpAbandoned } from "@/lib/billing/core/payments/give-up-abandoned";
import { foldTotals } from "@/lib/billing/core/receivables/fold-totals";
import { pushMessage } from "@/lib/home/notifications/push-message";
import { pushNotifications } from "@/lib/home/notifications/push-notifications";
import { followBrand } from "@/lib/platform/brand/current-brand";
import { env } from "@/lib/platform/config/env";
import { disconnect } from "@/lib/platform/db/disconnect";
import { listen } from "@/lib/platform/db/listen";
import { notificationsArrive } from "@/lib/platform/db/notifications-arrive";
import { prepareThumbnails } from "@/lib/platform/files/prepare-thumbnails";
import { scanWaiting } from "@/lib/platform/files/scan-waiting";
import { sweepFiles } from "@/lib/platform/files/sweep-files";
import { log } from "@/lib/platform/logging/log";
import { mailTransport } from "@/lib/platform/mail/mail-transport";
import { deliverOrders } from "@/lib/services/provisioning/deliver-orders";
import { runImports } from "@/lib/staff/import/run-imports";
import { pollMailbox } from "@/lib/support/inbound-mail/imap-entrance";
import { closeMailThread } from "@/lib/support/inbound-mail/mail-thread";
import { processInbound } from "@/lib/support/inbound-mail/process-inbound";
import { renewOldMail } from "@/lib/support/inbound-mail/renew-old-mail";
import { sweepMail } from "@/lib/support/inbound-mail/sweep-mail";
import { setDueTimes } from "@/lib/support/service-levels/set-due-times";
import { preparePreviews } from "@/lib/workspace/documents/prepare-previews";
import { prepareTexts } from "@/lib/workspace/documents/texts/prepare-texts";
import { clearUp } from "./clear-up";
import { mailForms } from "./mail-forms";
import { mailWhenDue } from "./mail-when-due";
import { oneAtATime } from "./one-at-a-time";
import { prepareExports } from "./prepare-exports";
import { queueFigures } from "./queue-figures";
import { jobQueues } from "./queues";
import { repliesWhenDue } from "./replies-when-due";
import { startJobs } from "./start-jobs";
import type { QueueFigures } from "./watch-work";

export interface Worker {
  /** Accepts no new work, finishes what is being sent, and closes its connections. */
  stop(): Promise<void>;
  /** The state of its queues, for metrics. */
  queues(): Promise<QueueFigures[]>;
}

/** A hanging mail server must not block shutdown: the claim's lease then decides. */
const STOP_MS = 3_000;

/**
 * Starts the background jobs. A database notification sends mail as soon as its transaction commits; a job every
 * minute picks up missed notifications, retries and what a dead worker left. Any number of workers can run.
 */
export async function startWorker(): Promise<Worker> {
  const transport = mailTransport();
  if (transport === null && env().PORTAL_MODE === "production") {
    log().warn("SMTP_URL is not set: email is stored for the staff console and not sent.");
  }
  await requireNotifications();
  let stopping = false;
  const deliver = mailWhenDue(transport, () => stopping);
  const queues = jobQueues(() => stopping);
  const bringReports = oneAtATime(bringSandboxReports);
  const prepare = oneAtATime(() => prepareExports(() => stopping));
  const imports = oneAtATime(() => runImports({ stopping: () => stopping }));
  const orders = oneAtATime(() => deliverOrders({ stopping: () => stopping }));
  const files = oneAtATime(async () => {
    await scanWaiting(() => stopping);
    await prepareThumbnails(() => stopping);
    await preparePreviews(() => stopping);
    await prepareTexts(() => stopping);
  });
  const replies = repliesWhenDue(() => stopping);
  const dueTimes = oneAtATime(async () => void (await setDueTimes(() => stopping)));
  const inbound = oneAtATime(() => processInbound({ stopping: () => stopping, forms: mailForms }));
  const push = oneAtATime(() => pushNotifications(pushMessage, () => stopping));
  const boss = await startJobs({
    "deliver-mail": { cron: "* * * * *", run: deliver },
    "deliver-orders": { cron: "* * * * *", run: orders },
    "push-notifications": { cron: "* * * * *", run: push },
    "send-replies": { cron: "* * * * *", run: replies.send },
    "process-inbound-mail": { cron: "* * * * *", run: inbound },
    "poll-mailbox": { cron: "* * * * *", run: oneAtATime(() => pollMailbox({ stopping: () => stopping })) },
    "prepare-exports": { cron: "* * * * *", run: prepare },
    "look-at-files": { cron: "* * * * *", run: files },
    "sweep-files": { cron: "23 * * * *", run: () => sweepFiles(new Date(), () => stopping) },
    "set-due-times": { cron: "* * * * *", run: dueTimes },
    "run-imports": { cron: "* * * * *", run: imports },
    "sandbox-reports": { cron: "* * * * *", run: bringReports },
    "give-up-payments": { cron: "43 * * * *", run: async () => void (await giveUpAbandoned()) },
    "fold-totals": { cron: "* * * * *", run: async () => void (await foldTotals()) },
    "clear-up": { cron: "17 * * * *", run: () => clearUp(new Date()) },
    "sweep-inbound-mail": { cron: "27 * * * *", run: () => sweepMail(new Date()) },
    "renew-old-mail": { cron: "37 * * * *", run: async () => void (await renewOldMail(() => stopping)) },
    ...queues.jobs,
  });
  const listeners = [
    followBrand(),
    listen("portcullis_mail", () => void deliver().catch(report)),
    listen("portcullis_push", () => void push().catch(report)),
    listen("portcullis_exports", () => void prepare().catch(report)),
    listen("portcullis_provisioning", () => void orders().catch(report)),
    listen("portcullis_files", () => void files().catch(report)),
    listen("portcullis_replies", () => void replies.send().catch(report)),
    listen("portcullis_inbound", () => void inbound().catch(report)),
    listen("portcullis_import", () => void imports().catch(report)),
    listen("portcullis_due", () => void dueTimes().catch(report)),
    listen("portcullis_billing", () => void queues.invoicesChanged().catch(report)),
    listen("portcullis_clock", () => void queues.clockMoved().catch(report)),
    listen("portcullis_clock", () => void bringReports().catch(report)),
  ];
  const rest = () =>
    Promise.all([
      deliver(),
      push(),
      prepare(),
      imports(),
      orders(),
      files(),
      replies.send(),
      dueTimes(),
      inbound(),
      bringReports(),
      queues.invoicesChanged(),
      queues.clockMoved(),
    ]).catch(report);
  return {
    async stop() {
      stopping = true;
      replies.stop();
      await Promise.all(listeners.map((listener) => listener.stop()));
      await boss.stop({ graceful: true, timeout: STOP_MS });
      await Promise.race([rest(), wait(STOP_MS, undefined, { ref: false })]);
      transport?.close();
      await closeMailThread();
      await disconnect();
    },
    queues: () => queueFigures(boss),
  };
}

/** Behind a pooler everything would seem to work, and be late. */
async function requireNotifications(): Promise<void> {
  const { DATABASE_URL, DATABASE_DIRECT_URL } = env();
  if (await notificationsArrive({ from: DATABASE_URL, to: DATABASE_DIRECT_URL })) return;
  throw new Error(
    "The database's notifications don't arrive. Set DATABASE_DIRECT_URL to PostgreSQL itself and the database of DATABASE_URL, not to a pooler.",
  );
}

function report(error: unknown): void {
  log().error({ err: error }, "A background job failed.");
}
