import { setTimeout as wait } from "node:timers/promises";
import getPort from "get-port";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { buildPortal, isBuilt } from "@/scripts/portal/build-portal";
import { prepareDatabase } from "@/scripts/portal/prepare-database";
import { waitUntilReady } from "@/scripts/portal/wait-until-ready";
import { programs } from "@/scripts/process/programs";
import { runCommand, type Shutdown } from "@/scripts/process/run-command";
import type { Settings } from "@/scripts/process/start-process";
import { replicatedServer } from "@/tests/fixtures/replicated-server";
import { kept } from "./many/kept";
import { Load } from "./many/load";
import { mailbox } from "./many/mailbox";
import { pooler } from "./many/pooler";
import { type Killable, killable } from "./many/process";
import { suspendAtOne } from "./many/revoked";
import { until } from "./many/until";
import { cookieOf } from "./support/cookie-of";
import { Targets } from "./support/targets";

const LONGEST_MS = 12 * 60_000;
const PHASE_MS = 4_000;

/**
 * `npm run bench:many`: two portals, two workers, PgBouncer in transaction mode and a replica, each killed (SIGKILL) and
 * started again under load. Nothing may fail but what was cut off, nothing may be lost or happen twice, and who loses
 * access at one portal must have lost it at the other. Exits with 1 otherwise.
 */
await runCommand((shutdown) => withDeadline(LONGEST_MS, bench(shutdown)));

async function bench(shutdown: Shutdown): Promise<void> {
  const { primary, startReplica } = await replicatedServer(shutdown);
  const owner = primary.url();
  const login = Object.assign(new URL(owner), { username: "portal", password: "portal-password" }).href;
  const common = { PORTAL_MODE: "test", PORTAL_URL: "http://portal.example" };
  Object.assign(process.env, common, { DATABASE_URL: owner });
  await prepareDatabase(shutdown, { ...common, DATABASE_URL: login, DATABASE_MIGRATION_URL: owner });
  if (!isBuilt()) await buildPortal(shutdown, "collect");
  const replica = await startReplica();
  const bouncer = await pooler(shutdown, login);
  const mail = await mailbox(shutdown);
  const settings: Settings = {
    ...common,
    NODE_ENV: "production",
    NEXT_TELEMETRY_DISABLED: "1",
    DATABASE_URL: bouncer.url,
    DATABASE_POOLER: "transaction",
    DATABASE_DIRECT_URL: login,
    DATABASE_REPLICA_URL: Object.assign(new URL(replica.url()), { username: "portal", password: "portal-password" })
      .href,
    SMTP_URL: mail.url,
  };
  console.log(`${bouncer.version}, two portals, two workers, one replica`);
  const portals = [await portal(shutdown, "portal 1", settings), await portal(shutdown, "portal 2", settings)] as const;
  const db = ownerDatabase(owner);
  const startWorker = (name: string) => worker(shutdown, db, name, settings);
  const workers = [await startWorker("worker_1"), await startWorker("worker_2")];
  const { id: accountId } = await db.account.findFirstOrThrow({ where: { name: { startsWith: "Northwind" } } });
  const urls = portals.map(({ url }) => url);
  const targets = new Targets();
  const load = new Load(urls, { cookie: await cookieOf(db, "owner@northwind.example"), accountId });
  await phase(load, targets, "healthy", [], async () => {});
  for (const one of [...portals, ...workers]) {
    await phase(load, targets, `${one.name} killed`, ["cut"], async () => {
      await one.kill();
      await wait(PHASE_MS);
      await one.start();
    });
  }
  await phase(load, targets, "PgBouncer killed", ["503"], async () => {
    await bouncer.kill();
    await wait(PHASE_MS / 2);
    await bouncer.start();
  });
  await phase(load, targets, "replica killed", [], async () => {
    replica.stopNow();
    await replica.stop();
    await wait(PHASE_MS);
    await startReplica();
  });
  const { before, after } = await suspendAtOne(db, urls, accountId);
  targets.statuses("a contact before suspension, at both portals", countOf(before), ["200"]);
  targets.statuses("suspended at portal 1, asking at both", countOf(after), ["403"]);
  await load.end();
  judge(targets, await kept(db, load.opened, mail.arrived), load.opened.length);
  await db.$disconnect();
  process.exitCode = targets.print();
}

function countOf(statuses: readonly number[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const status of statuses) counts[status] = (counts[status] ?? 0) + 1;
  return counts;
}

type Judged = Awaited<ReturnType<typeof kept>>;

function judge(targets: Targets, found: Judged, opened: number): void {
  console.log(
    `${opened} tickets, ${found.sentMails} mails; ${found.claimedMails} wait for the lease of a killed worker, ${found.unwantedMails} were for the suspended contact`,
  );
  targets.atLeast("tickets opened", 20, opened);
  targets.atMost("tickets lost", 0, found.lostTickets);
  targets.atMost("tickets opened twice", 0, found.repeatedTickets);
  targets.atMost("mails lost", 0, found.lostMails);
  targets.atMost("mails sent twice", 0, found.repeatedMails);
}

/** What customers got while `work` was done, and for a moment afterwards. */
async function phase(load: Load, targets: Targets, name: string, also: string[], work: () => Promise<void>) {
  load.take();
  await work();
  await wait(PHASE_MS);
  targets.statuses(name, load.take(), ["200", "201", ...also], ["200", "201"]);
}

async function portal(shutdown: Shutdown, name: string, settings: Settings): Promise<Killable & { url: string }> {
  const port = String(await getPort({ host: "127.0.0.1" }));
  const url = `http://127.0.0.1:${port}`;
  const env = { ...settings, PORT: port };
  const one = await killable(shutdown, name, programs.server, env, (process) => waitUntilReady(url, process));
  return { ...one, url };
}

/** Ready when it listens. */
function worker(shutdown: Shutdown, db: OwnerDatabase, name: string, settings: Settings): Promise<Killable> {
  const env = { ...settings, DATABASE_DIRECT_URL: `${settings.DATABASE_DIRECT_URL}?application_name=${name}` };
  const listens = async () => {
    const [row] = await db.$queryRaw<{ count: number }[]>`
      select count(*)::int as count from pg_stat_activity where application_name = ${name} and query like 'listen %'`;
    return (row?.count ?? 0) > 0;
  };
  return killable(shutdown, name, programs.worker, env, () => until(`${name} listens`, listens));
}
