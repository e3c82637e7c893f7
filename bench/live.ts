import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import getPort from "get-port";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { prepareDatabase } from "@/scripts/portal/prepare-database";
import { waitUntilReady } from "@/scripts/portal/wait-until-ready";
import { startTemporaryCluster } from "@/scripts/postgres/temporary-cluster";
import { programs } from "@/scripts/process/programs";
import { runCommand, type Shutdown } from "@/scripts/process/run-command";
import { startProcess } from "@/scripts/process/start-process";
import { cookieOf } from "./support/cookie-of";
import { memoryDuring } from "./support/memory-during";
import { Targets } from "./support/targets";

const LONGEST_MS = 10 * 60_000;
const PEOPLE = 100;
const STREAMS_EACH = 5;
const CHANGES = 200;
const LATENCY_MS = 500;
const END_MS = 10_000;

const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });

/** As the activity log has it: this is what is announced. */
const opened = {
  actorName: "Bench",
  via: "system",
  operation: "tickets.open",
  permission: "support.tickets.open",
  outcome: "done",
  summary: "Opened a ticket",
  targetType: "ticket",
} as const;

/** One open page. */
interface Tab {
  readonly response: IncomingMessage;
  readonly person: number;
  /** When each record was told of. */
  readonly told: Map<string, number>;
}

/**
 * `npm run bench:live`: five hundred open pages of a hundred people, all of whom see every ticket of their account, at the
 * portal's own server without Next, which the streams have no part in. Memory, the time from a commit until each page is told, from the loss of access until its pages are closed, and from SIGTERM
 * until the portal has ended. Exits with 1 if a target is missed.
 */
await runCommand((shutdown) => withDeadline(LONGEST_MS, bench(shutdown)));

async function bench(shutdown: Shutdown): Promise<void> {
  const databaseUrl = (await startTemporaryCluster(shutdown)).url("postgres");
  const port = await getPort({ host: "127.0.0.1" });
  const url = `http://127.0.0.1:${port}`;
  const settings = { PORTAL_MODE: "test", PORTAL_URL: url, PORT: String(port), DATABASE_URL: databaseUrl };
  Object.assign(process.env, settings);
  await prepareDatabase(shutdown, settings);
  const db = ownerDatabase(databaseUrl);
  const { id: accountId } = await db.account.findFirstOrThrow({ where: { name: { startsWith: "Globex" } } });
  const cookies = await people(db, accountId);
  const server = startProcess(shutdown, [...programs.script, "bench/live/run.ts"], {
    env: settings,
    output: "collect",
  });
  await waitUntilReady(url, server);
  const targets = new Targets();
  const tabs: Tab[] = [await openTab(url, accountId, cookies[0] ?? "", 0)];
  const before = await memoryDuring(server.pid, async () => {});
  const { memory } = await memoryDuring(server.pid, async () => {
    for (let index = 1; index < PEOPLE * STREAMS_EACH; index++) {
      const person = index % PEOPLE;
      tabs.push(await openTab(url, accountId, cookies[person] ?? "", person));
    }
  });
  console.log(
    `Memory: ${before.memory?.peak.toFixed(0)} MB with one stream, ${memory?.peak.toFixed(0)} MB with ${tabs.length}`,
  );
  await changes(db, accountId, tabs, targets);
  await lossOfAccess(db, accountId, tabs, targets);
  const told = performance.now();
  await server.stop();
  targets.within(`SIGTERM with ${tabs.length - STREAMS_EACH} streams, ended after`, END_MS, performance.now() - told);
  await db.$disconnect();
  process.exitCode = targets.print();
}

async function people(db: OwnerDatabase, accountId: string): Promise<string[]> {
  const cookies: string[] = [];
  for (let index = 0; index < PEOPLE; index++) {
    const email = `reader-${index}@globex.example`;
    await buildContact(db, accountId, { email, name: `Reader ${index}`, roles: ["support"] });
    cookies.push(await cookieOf(db, email));
  }
  return cookies;
}

async function openTab(url: string, accountId: string, cookie: string, person: number): Promise<Tab> {
  const asked = request(`${url}/api/live/${accountId}`, { headers: { cookie }, agent });
  asked.end();
  const [response] = (await once(asked, "response")) as [IncomingMessage];
  if (response.statusCode !== 200) throw new Error(`The stream was refused: ${response.statusCode}.`);
  const told = new Map<string, number>();
  response.setEncoding("utf8").on("data", (text: string) => {
    for (const [, id = ""] of text.matchAll(/"id":"([^"]+)"/g)) told.set(id, performance.now());
  });
  response.on("error", () => {});
  return { response, person, told };
}

async function changes(db: OwnerDatabase, accountId: string, tabs: readonly Tab[], targets: Targets) {
  const { id: contactId, name } = await db.contact.findFirstOrThrow({ where: { accountId } });
  const waits: number[] = [];
  for (let index = 0; index < CHANGES; index++) {
    const ticket = { accountId, subject: `Ticket ${index}`, openedByContactId: contactId, openedByName: name };
    const { id } = await db.ticket.create({ data: ticket, select: { id: true } });
    const began = performance.now();
    await db.auditEvent.create({ data: { ...opened, accountId, targetId: id } });
    for (const { told, response } of tabs) {
      while (!told.has(id)) await once(response, "data");
      waits.push((told.get(id) ?? 0) - began);
    }
  }
  waits.sort((a, b) => a - b);
  const at = (share: number) => waits[Math.floor(share * (waits.length - 1))] ?? Number.NaN;
  targets.within(`a change told to ${tabs.length} pages, p50`, LATENCY_MS, at(0.5));
  targets.within(`a change told to ${tabs.length} pages, p99`, LATENCY_MS, at(0.99));
}

async function lossOfAccess(db: OwnerDatabase, accountId: string, tabs: readonly Tab[], targets: Targets) {
  const theirs = tabs.filter(({ person }) => person === 1);
  const { id: contactId } = await db.contact.findFirstOrThrow({
    where: { accountId, email: "reader-1@globex.example" },
  });
  const closed = Promise.all(theirs.map(({ response }) => once(response, "close")));
  const began = performance.now();
  await db.contactRole.deleteMany({ where: { accountId, contactId } });
  await closed;
  targets.within("streams closed after the loss of access", 1_000, performance.now() - began);
}
