import { once } from "node:events";
import { Agent, type IncomingMessage, request } from "node:http";
import { withDeadline } from "@/lib/platform/kernel/with-deadline";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import { runCommand, type Shutdown } from "@/scripts/process/run-command";
import { type BenchPortal, benchPortal } from "./support/bench-portal";
import { cookieOf } from "./support/cookie-of";
import { memoryDuring } from "./support/memory-during";
import { Targets } from "./support/targets";

const LONGEST_MS = 10 * 60_000;
const PEOPLE = 100;
const STREAMS_EACH = 5;
const CHANGES = 200;
const LATENCY_MS = 500;
const END_MS = 10_000;

/** One open page. */
interface Tab {
  readonly response: IncomingMessage;
  readonly person: number;
  /** When each record was told of. */
  readonly told: Map<string, number>;
}

/**
 * `npm run bench:live`: five hundred open pages of a hundred people, all of whom see every ticket of their account. Memory,
 * the time from a commit until each page is told, from the loss of access until its pages are closed, and from SIGTERM
 * until the portal has ended. Exits with 1 if a target is missed.
 */
await runCommand((shutdown) => withDeadline(LONGEST_MS, bench(shutdown)));

async function bench(shutdown: Shutdown): Promise<void> {
  const portal = await benchPortal(shutdown);
  const db = ownerDatabase(portal.databaseUrl);
  const targets = new Targets();
  const { id: accountId } = await db.account.findFirstOrThrow({ where: { name: { startsWith: "Globex" } } });
  const cookies = await people(db, accountId);
  const first = await openTab(portal.url, accountId, cookies[0] ?? "", 0);
  const before = await memoryDuring(portal.server.pid, async () => {});
  const tabs: Tab[] = [first];
  const { memory } = await memoryDuring(portal.server.pid, async () => {
    for (let index = 1; index < PEOPLE * STREAMS_EACH; index++) {
      const person = index % PEOPLE;
      tabs.push(await openTab(portal.url, accountId, cookies[person] ?? "", person));
    }
  });
  console.log(
    `Memory with one stream ${before.memory?.peak.toFixed(0)} MB, with ${tabs.length} ${memory?.peak.toFixed(0)} MB`,
  );
  await changes(portal, db, accountId, tabs, targets);
  await lossOfAccess(db, accountId, tabs, targets);
  const told = performance.now();
  await portal.server.stop();
  targets.within(
    `SIGTERM with ${tabs.length - STREAMS_EACH} open streams, ended after`,
    END_MS,
    performance.now() - told,
  );
  await db.$disconnect();
  await portal.owner.end();
  await portal.network.close();
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

const agent = new Agent({ maxSockets: Number.POSITIVE_INFINITY });

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

async function changes(
  portal: BenchPortal,
  db: OwnerDatabase,
  accountId: string,
  tabs: readonly Tab[],
  targets: Targets,
) {
  const { id: contactId, name } = await db.contact.findFirstOrThrow({ where: { accountId } });
  const waits: number[] = [];
  for (let index = 0; index < CHANGES; index++) {
    const ticket = { accountId, subject: `Ticket ${index}`, openedByContactId: contactId, openedByName: name };
    const { id } = await db.ticket.create({ data: ticket, select: { id: true } });
    const began = performance.now();
    await portal.owner.query(
      `insert into "AuditEvent" ("id", "accountId", "actorName", "via", "operation", "permission", "outcome", "summary", "targetType", "targetId")
       values (gen_random_uuid(), $1, 'Bench', 'system', 'tickets.open', 'support.tickets.open', 'done', 'Opened', 'ticket', $2)`,
      [accountId, id],
    );
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
