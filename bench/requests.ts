import { Client } from "pg";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { buildPortal, isBuilt } from "@/scripts/portal/build-portal";
import { prepareDatabase } from "@/scripts/portal/prepare-database";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { runCommand, type Shutdown } from "@/scripts/process/run-command";
import { countingProxy } from "@/tests/fixtures/counting-proxy";
import { bareServers } from "./requests/bare-servers";
import { postmasterOf } from "./requests/cpu-time";
import { ask, type Target } from "./requests/load";
import { type Contender, type Measured, measure } from "./requests/measure";
import { memoryAfter } from "./requests/memory";
import { startedPortal } from "./requests/portal";
import { cookieOf } from "./support/cookie-of";
import { Targets } from "./support/targets";

const AT_ONCE = [1, 8, 32] as const;

/**
 * `npm run bench:requests [-- speed trips memory]`: the invoice page and the invoice list of the API compared with a
 * bare page, a bare route handler and a plain server with the same rows, in turn within one run; the round trips to the
 * database; and the memory after ten thousand requests.
 */
await runCommand(async (shutdown) => {
  const parts = process.argv.slice(2);
  const wants = (part: string) => parts.length === 0 || parts.includes(part);
  const databaseUrl = (await startTemporaryCluster(shutdown)).url("postgres");
  const settings = { PORTAL_MODE: "test", PORTAL_URL: "http://localhost:4979" };
  Object.assign(process.env, settings, { DATABASE_URL: databaseUrl });
  await prepareDatabase(shutdown, { ...settings, DATABASE_URL: databaseUrl });
  if (!isBuilt()) await buildPortal(shutdown, "collect");
  const db = ownerDatabase(databaseUrl);
  const targets = new Targets();
  if (wants("speed")) await compareSpeed(shutdown, db, databaseUrl, targets);
  if (wants("trips")) await countTrips(shutdown, db, databaseUrl, targets);
  if (wants("memory")) await weigh(shutdown, db, databaseUrl, targets);
  await db.$disconnect();
  process.exitCode = targets.print();
});

async function compareSpeed(shutdown: Shutdown, db: OwnerDatabase, databaseUrl: string, targets: Targets) {
  const bare = await bareServers(shutdown, databaseUrl);
  const portal = await startedPortal(shutdown, databaseUrl);
  targets.within("start-up", 2_000, portal.startup);
  const asked = await targetsOf(db, portal.url);
  const account = `account=${asked.accountId}`;
  const of =
    (pid: number) =>
    (target: Target): Contender => ({ ...target, pid });
  const contenders = [
    ...[asked.page, asked.navigation, asked.list].map(of(portal.pid)),
    of(bare.next.process.pid)({ name: "bare page", url: `${bare.next.url}/page?${account}`, headers: {} }),
    of(bare.next.process.pid)({ name: "bare route handler", url: `${bare.next.url}/list?${account}`, headers: {} }),
    of(bare.http.process.pid)({ name: "http + pg", url: `${bare.http.url}/?${account}`, headers: {} }),
  ];
  const postmaster = await postmasterPid(databaseUrl);
  await measure(contenders, 8, postmaster);
  for (const atOnce of AT_ONCE) {
    const measured = await measure(contenders, atOnce, postmaster);
    printTable(atOnce, [...measured.values()]);
    judge(targets, atOnce, (name) => measured.get(name) as Measured);
  }
}

function judge(targets: Targets, atOnce: number, of: (name: string) => Measured): void {
  const [page, navigation, list] = [of("invoice page"), of("navigation"), of("invoice list")];
  const cpu = ({ server, database }: Measured) => server + database;
  const share = (one: Measured, other: Measured) => one.perSecond / other.perSecond;
  targets.atLeast(`page / bare page, ${atOnce} at once`, 0.4, share(page, of("bare page")));
  targets.atMost(`CPU of the page, ${atOnce} at once`, 10, cpu(page), "ms");
  targets.atLeast(`list / http + pg, ${atOnce} at once`, 0.35, share(list, of("http + pg")));
  targets.atLeast(`list / bare route handler, ${atOnce} at once`, 0.7, share(list, of("bare route handler")));
  targets.atMost(`bytes of a navigation / page, ${atOnce} at once`, 0.5, navigation.bytes / page.bytes);
  targets.atMost(`CPU of a navigation / page, ${atOnce} at once`, 0.5, cpu(navigation) / cpu(page));
}

async function countTrips(shutdown: Shutdown, db: OwnerDatabase, databaseUrl: string, targets: Targets) {
  const proxy = await countingProxy(databaseUrl);
  const portal = await startedPortal(shutdown, proxy.url);
  const { page, navigation, list } = await targetsOf(db, portal.url);
  const most = { [page.name]: 5, [navigation.name]: 5, [list.name]: 4 };
  for (const target of [page, navigation, list]) {
    await ask(target.url, target.headers);
    const before = proxy.roundTrips();
    await ask(target.url, target.headers);
    targets.atMost(`round trips of the ${target.name}`, most[target.name] ?? 0, proxy.roundTrips() - before);
  }
  await proxy.close();
}

async function weigh(shutdown: Shutdown, db: OwnerDatabase, databaseUrl: string, targets: Targets) {
  const portal = await startedPortal(shutdown, databaseUrl);
  const { page, navigation, list, others, document } = await targetsOf(db, portal.url);
  const kept = await memoryAfter(portal.pid, [page, navigation, list, ...others], document);
  targets.atMost("memory after 10,000 requests", 450, kept.megabytes, "MB");
  targets.atLeast("processor time of a request at the beginning / at the end", 0.9, kept.pace);
}

async function targetsOf(db: OwnerDatabase, url: string) {
  const { id } = await db.account.findFirstOrThrow({ where: { name: { startsWith: "Northwind" } } });
  const invoice = await db.invoice.findFirstOrThrow({ where: { accountId: id, status: "open" } });
  const headers = { cookie: await cookieOf(db, "billing@northwind.example") };
  const navigating = { rsc: "1", "next-router-state-tree": treeOf(id) };
  const at = (name: string, path: string, more: Readonly<Record<string, string>> = {}): Target => ({
    name,
    url: `${url.replace("localhost", "127.0.0.1")}${path}`,
    headers: { ...headers, ...more },
  });
  return {
    accountId: id,
    page: at("invoice page", `/a/${id}/invoices`),
    navigation: await asNextAsks(at("navigation", `/a/${id}/invoices`, navigating)),
    list: at("invoice list", `/api/v1/accounts/${id}/invoices`),
    others: ["", "/services", "/payments", "/people", `/invoices/${invoice.id}`].map((path) =>
      at(path, `/a/${id}${path}`),
    ),
    document: at("document", `/api/v1/accounts/${id}/invoices/${invoice.id}/pdf`),
  };
}

/** Next sends a navigation whose address lacks the hash of its headers to the one that has it. */
async function asNextAsks(target: Target): Promise<Target> {
  const { headers } = await fetch(target.url, { headers: target.headers, redirect: "manual" });
  const location = headers.get("location");
  if (location === null) return target;
  const { pathname, search } = new URL(location, target.url);
  return { ...target, url: new URL(pathname + search, target.url).href };
}

/** Where a browser is that goes from the account's payments to its invoices. */
function treeOf(accountId: string): string {
  const page = ["payments", { children: ["__PAGE__", {}, null, null, 0] }, null, null, 0];
  const account = [["accountId", accountId, "d", null], { children: page }, null, null, 0];
  return encodeURIComponent(
    JSON.stringify(["", { children: ["a", { children: account }, null, null, 0] }, null, null, 16]),
  );
}

async function postmasterPid(databaseUrl: string): Promise<number> {
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  const { rows } = await client.query<{ pid: number }>("select pg_backend_pid() as pid");
  const postmaster = postmasterOf(rows[0]?.pid ?? 0);
  await client.end();
  return postmaster;
}

function printTable(atOnce: number, measured: readonly Measured[]): void {
  console.log(`\n${atOnce} at once       requests/s   server ms   PostgreSQL ms   bytes`);
  for (const { name, perSecond, server, database, bytes } of measured) {
    const cells = [perSecond.toFixed(1), server.toFixed(2), database.toFixed(2), String(bytes)];
    console.log(`${name.padEnd(20)}${cells.map((cell) => cell.padStart(10)).join("  ")}`);
  }
}
