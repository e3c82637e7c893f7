import { connect } from "node:net";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { removePerson } from "@/lib/accounts/people/remove-person";
import { suspendPerson } from "@/lib/accounts/people/suspend-person";
import { signOutEverywhere } from "@/lib/identity/sessions/sign-out-everywhere";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { buildContact } from "@/prisma/seed/builders/contact";
import { type LivePortal, livePortal, type OpenStream, openStream } from "@/tests/fixtures/live-stream";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const OWNER = "owner@northwind.example";
const AGENT = "staff-support@portcullis.example";

let portal: TestPortal;
let account: string;
let live: LivePortal;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
  live = await livePortal({ each: 3, all: 6 });
});
afterAll(async () => {
  await live.stop();
  await portal.close();
});

const streams: OpenStream[] = [];
afterEach(async () => {
  for (const stream of streams.splice(0)) {
    stream.leave();
    await stream.closed;
  }
});

async function follow(email: string, on: string | null = account): Promise<OpenStream> {
  const stream = await openStream(live.port, on, await portal.cookie(email));
  streams.push(stream);
  return stream;
}

let people = 0;
async function colleague() {
  const email = `reader-${people++}@northwind.example`;
  const contactId = await buildContact(portal.owner, account, { email, name: "Rea Der", roles: ["support"] });
  const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
  return { email, contactId, personId };
}
type Colleague = Awaited<ReturnType<typeof colleague>>;

describe("a stream ends at once when its reader", () => {
  const ways: [string, (one: Colleague) => Promise<unknown>][] = [
    ["signs out everywhere", async ({ email }) => execute(await portal.as(email), null, signOutEverywhere, {})],
    [
      "has their session revoked",
      ({ personId }) => portal.owner.session.updateMany({ where: { personId }, data: { revokedAt: new Date() } }),
    ],
    [
      "is removed from the account",
      async ({ contactId }) => execute(await portal.as(OWNER), account, removePerson, { contactId }),
    ],
    [
      "is suspended on the account",
      async ({ contactId }) => execute(await portal.as(OWNER), account, suspendPerson, { contactId }),
    ],
    [
      "is suspended as a person",
      ({ personId }) => portal.owner.person.update({ where: { id: personId }, data: { suspendedAt: new Date() } }),
    ],
    [
      "loses the permission",
      ({ contactId }) =>
        portal.owner.contactPermission.create({
          data: { accountId: account, contactId, permission: "support.tickets.view", effect: "off", givenByName: "T" },
        }),
    ],
    [
      "loses the role",
      ({ contactId }) => portal.owner.contactRole.deleteMany({ where: { accountId: account, contactId } }),
    ],
    [
      "is limited to some services",
      ({ contactId }) =>
        portal.owner.contact.update({
          where: { accountId_id: { accountId: account, id: contactId } },
          data: { limitedToServices: true },
        }),
    ],
    [
      "has a department taken away",
      ({ contactId }) =>
        portal.owner.contact.update({
          where: { accountId_id: { accountId: account, id: contactId } },
          data: { departmentsOff: ["billing"] },
        }),
    ],
  ];
  it.each(ways)("%s", async (_, lose) => {
    const one = await colleague();
    const stream = await follow(one.email);
    expect(stream.status).toBe(200);
    await lose(one);
    await stream.closed;
    expect(stream.events.filter(({ kind }) => kind !== "notification")).toEqual([]);
  });

  it("has a role whose end comes while they read", async () => {
    const { email, contactId } = await colleague();
    const ends = new Date(Date.now() + 700);
    await portal.owner.contactRole.updateMany({ where: { accountId: account, contactId }, data: { endsAt: ends } });
    const stream = await follow(email);
    expect(stream.status).toBe(200);
    await stream.closed;
    expect(Date.now()).toBeGreaterThanOrEqual(ends.getTime());
    expect((await follow(email)).status).toBe(403);
  });

  it("has a permission that was given for some hours, and they are over", async () => {
    const { email, contactId } = await colleague();
    await portal.owner.contactRole.deleteMany({ where: { accountId: account, contactId } });
    const endsAt = new Date(Date.now() + 700);
    const given = { accountId: account, contactId, permission: "support.tickets.view", effect: "on", endsAt } as const;
    await portal.owner.contactPermission.create({ data: { ...given, givenByName: "T" } });
    const stream = await follow(email);
    expect(stream.status).toBe(200);
    await stream.closed;
    expect((await follow(email)).status).toBe(403);
  });

  it("loses a permission for a single ticket, or it ends", async () => {
    const { email, contactId } = await colleague();
    await portal.owner.contactRole.deleteMany({ where: { accountId: account, contactId } });
    const { id: ticketId } = await portal.owner.ticket.findFirstOrThrow({ where: { accountId: account } });
    const given = { accountId: account, contactId, permission: "support.tickets.view", ticketId, givenByName: "T" };
    const { id } = await portal.owner.recordGrant.create({ data: { ...given, endsAt: addDays(new Date(), 1) } });
    const lost = await follow(email);
    expect(lost.status).toBe(200);
    await portal.owner.recordGrant.delete({ where: { id } });
    await lost.closed;
    await portal.owner.recordGrant.create({ data: { ...given, endsAt: new Date(Date.now() + 700) } });
    const ended = await follow(email);
    expect(ended.status).toBe(200);
    await ended.closed;
    expect((await follow(email)).status).toBe(403);
  });

  it("is staff who leave the team", async () => {
    const member = await portal.owner.staffMember.findFirstOrThrow({
      where: { person: { email: "staff-accounting@portcullis.example" } },
    });
    const stream = await follow("staff-accounting@portcullis.example", null);
    expect(stream.status).toBe(200);
    await portal.owner.staffMember.delete({ where: { personId: member.personId } });
    await stream.closed;
    expect((await follow("staff-accounting@portcullis.example", null)).status).toBe(403);
  });

  it("has their account closed, and for everybody on it", async () => {
    const { id } = portal.demo.globex;
    const both = await Promise.all([follow("owner@globex.example", id), follow(AGENT, id)]);
    expect(both.map(({ status }) => status)).toEqual([200, 200]);
    await portal.owner.account.update({ where: { id }, data: { status: "closed", closedAt: new Date() } });
    await Promise.all(both.map(({ closed }) => closed));
  });
});

describe("a stream is refused", () => {
  it.each([
    ["without a session", 401, async () => ""],
    ["to somebody who is no contact of the account", 404, () => portal.cookie("owner@bluewater.example")],
  ])("%s", async (_, status, cookie) => {
    const stream = await openStream(live.port, account, await cookie());
    streams.push(stream);
    expect(stream.status).toBe(status);
  });

  it("over all accounts to a customer", async () => {
    expect((await follow(OWNER, null)).status).toBe(403);
  });

  it("above the limit for one person, and then above that for all, with 429", async () => {
    const own = [await follow(OWNER), await follow(OWNER), await follow(OWNER)];
    expect(own.map(({ status }) => status)).toEqual([200, 200, 200]);
    expect((await follow(OWNER)).status).toBe(429);
    for (let others = 0; others < 3; others++) expect((await follow((await colleague()).email)).status).toBe(200);
    expect((await follow((await colleague()).email)).status).toBe(429);
    own[0]?.leave();
    await own[0]?.closed;
    await until(() => live.hub.size === 5);
    expect((await follow((await colleague()).email)).status).toBe(200);
  });
});

it("a stream stays open when news of a change it already reflects arrives late, and ends with a later change", async () => {
  const { email, contactId, personId } = await colleague();
  const stream = await follow(email);
  const { version } = await portal.owner.accessVersion.findUniqueOrThrow({ where: { id: contactId } });
  expect(version).toBeGreaterThan(0n);
  const announce = (news: object) =>
    portal.owner.$executeRaw`select pg_notify('portcullis_live', ${JSON.stringify(news)})`;
  await announce({ access: contactId, version: `${version}` });
  await announce({ account, person: personId });
  await stream.until({ kind: "notification" });
  expect(live.hub.size).toBe(1);
  await portal.owner.contactRole.updateMany({ where: { contactId }, data: { endsAt: addDays(new Date(), 1) } });
  await stream.closed;
});

it.each([{}, { version: null }])("a stream ends when its access changes to an unknown version: %j", async (version) => {
  const { email, contactId } = await colleague();
  const stream = await follow(email);
  expect(stream.status).toBe(200);
  const news = JSON.stringify({ access: contactId, ...version });
  await portal.owner.$executeRaw`select pg_notify('portcullis_live', ${news})`;
  await stream.closed;
});

it("all streams end when the database's notifications are lost, and new ones open when they are heard again", async () => {
  const stream = await follow(OWNER);
  const listening = `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen portcullis_live' or datname = current_database() and query = 'select 1'`;
  await portal.owner.$executeRawUnsafe(listening);
  await stream.closed;
  const again = await follow(OWNER);
  expect(again.status).toBe(200);
  expect(live.hub.size).toBe(1);
});

it("a reader that doesn't read is dropped before it fills the memory", async () => {
  const cookie = await portal.cookie(OWNER);
  const socket = connect(live.port, "127.0.0.1");
  socket.write(`GET /api/live/${account} HTTP/1.1\r\nHost: x\r\nCookie: ${cookie}\r\n\r\n`);
  await new Promise((resolve) => socket.once("readable", resolve));
  await until(() => live.hub.size === 1);
  const { personId } = await portal.owner.contact.findFirstOrThrow({ where: { accountId: account, email: OWNER } });
  // It reads nothing: its own buffer and the system's fill up first.
  const payload = JSON.stringify({ account, person: personId });
  while (live.hub.size > 0) {
    await portal.owner
      .$executeRaw`select pg_notify('portcullis_live', ${payload} || repeat(' ', n)) from generate_series(1, 5000) n`;
  }
  expect(live.hub.size).toBe(0);
  socket.destroy();
});

it("ending the process ends every stream", async () => {
  const other = await livePortal();
  const stream = await openStream(other.port, account, await portal.cookie(OWNER));
  await other.stop();
  expect(stream.status).toBe(200);
  await stream.closed;
});

/** Checks with each turn of the event loop. */
async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setImmediate(resolve));
}
