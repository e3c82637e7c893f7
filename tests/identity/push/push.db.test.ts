import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PushMessage, PushOutcome } from "@/lib/home/notifications/push-message";
import { pushNotifications } from "@/lib/home/notifications/push-notifications";
import { listDevices } from "@/lib/identity/push/list-devices";
import { isPushService } from "@/lib/identity/push/push-services";
import { removeDevice } from "@/lib/identity/push/remove-device";
import { subscribeDevice } from "@/lib/identity/push/subscribe-device";
import { endOtherSession } from "@/lib/identity/sign-in/end-other-session";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { vapidKeys } from "@/lib/platform/config/vapid-keys";
import { execute } from "@/lib/platform/operations/execute";
import { noteOnTicket } from "@/lib/support/tickets/note-on-ticket";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { replyToTicket } from "@/lib/support/tickets/reply-to-ticket";
import { reopenToStaff } from "@/tests/fixtures/open-to-staff";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";

const OWNER = "owner@northwind.example";
const ADMINISTRATOR = "administrator@northwind.example";
const SUPPORT = "support@northwind.example";
const BILLING = "billing@northwind.example";
const BILLING_AND_SUPPORT = "billing-support@northwind.example";
const AGENT = "staff-support@portcullis.example";
const ACCOUNTING = "staff-accounting@portcullis.example";
const MANAGER = "staff-manager@portcullis.example";

let portal: TestPortal;
let account: string;
const before = process.env.PUSH_CONTACT;
beforeAll(async () => {
  process.env.PUSH_CONTACT = "mailto:admin@portal.example";
  forgetEnvironment();
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(async () => {
  if (before === undefined) delete process.env.PUSH_CONTACT;
  else process.env.PUSH_CONTACT = before;
  forgetEnvironment();
  await portal.close();
});
beforeEach(async () => {
  await portal.owner.notification.deleteMany();
  await portal.owner.pushSubscription.deleteMany();
});

let browsers = 0;
const browser = (host = "fcm.googleapis.com") => ({
  endpoint: `https://${host}/send/${browsers++}`,
  p256dh: "BKey",
  auth: "auth",
  userAgent: "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0",
});

async function turnOn(email: string, given = browser()) {
  const caller = await portal.as(email);
  const { id } = await execute(caller, null, subscribeDevice, given);
  return { id, caller, endpoint: given.endpoint };
}

const open = async () =>
  execute(await portal.as(SUPPORT), account, openTicket, { subject: "A secret subject", message: "Hello" });

/** What the browsers' push services got. */
async function pushed(outcome: PushOutcome = "sent") {
  const sent: { endpoint: string; payload: string }[] = [];
  const send: PushMessage = async ({ endpoint }, payload) => {
    sent.push({ endpoint, payload });
    return outcome;
  };
  await pushNotifications(send);
  return sent;
}

describe("a new notification", () => {
  it("is sent to its person's browsers once, without content", async () => {
    const { endpoint } = await turnOn(OWNER);
    const { id, number } = await open();
    const sent = await pushed();
    expect(sent.map((one) => one.endpoint)).toEqual([endpoint]);
    expect(JSON.parse(sent[0]?.payload ?? "")).toMatchObject({
      title: `New message on ticket #${number}`,
      account: "Northwind Robotics",
      href: `/a/${account}/tickets/${id}`,
    });
    expect(sent[0]?.payload).not.toContain("secret");
    expect(await pushed()).toEqual([]);
  });

  it("is sent to staff as well", async () => {
    const { endpoint } = await turnOn(AGENT);
    await open();
    expect((await pushed()).map((one) => one.endpoint)).toEqual([endpoint]);
  });

  it("is sent to nobody who may no longer see what it is about", async () => {
    await turnOn(ADMINISTRATOR);
    await open();
    const { administrator: contactId } = portal.demo.northwind.contacts;
    const off = { accountId: account, contactId, permission: "support.tickets.view" };
    await portal.owner.contactPermission.create({ data: { ...off, effect: "off", givenByName: "Test" } });
    expect(await pushed()).toEqual([]);
    await portal.owner.contactPermission.deleteMany({ where: off });
  });

  it("is sent to no browser that has been signed out", async () => {
    await turnOn(OWNER);
    await portal.owner.session.updateMany({ where: { person: { email: OWNER } }, data: { revokedAt: new Date() } });
    await open();
    expect(await pushed()).toEqual([]);
  });

  it("is no longer sent to a browser on which somebody else has signed in, who can turn on their own", async () => {
    const { caller, endpoint } = await turnOn(OWNER);
    const next = await portal.as(SUPPORT);
    await endOtherSession({ before: caller.credential, now: next.credential, ip: "192.0.2.1" });
    await open();
    expect(await pushed()).toEqual([]);
    await expect(execute(caller, null, listDevices, {})).rejects.toMatchObject({ code: "not-signed-in" });
    await execute(next, null, subscribeDevice, { ...browser(), endpoint });
    expect((await execute(next, null, listDevices, {})).items).toHaveLength(1);
  });

  it("still is sent to a browser on which the same person signs in once more", async () => {
    const { caller, endpoint } = await turnOn(OWNER);
    const again = await portal.as(OWNER);
    await endOtherSession({ before: caller.credential, now: again.credential, ip: "192.0.2.1" });
    await endOtherSession({ before: null, now: again.credential, ip: "192.0.2.1" });
    await open();
    expect((await pushed()).map((one) => one.endpoint)).toEqual([endpoint]);
  });

  it("is not sent after it has been read", async () => {
    await turnOn(OWNER);
    await open();
    await portal.owner.notification.updateMany({ data: { readAt: new Date() } });
    expect(await pushed()).toEqual([]);
  });

  it("is sent once by two workers", async () => {
    await turnOn(OWNER);
    await open();
    const both = await Promise.all([pushed(), pushed()]);
    expect(both.flat()).toHaveLength(1);
  });
});

describe("what is pushed of a ticket", () => {
  /** In every text that somebody writes. */
  const MARK = "planted-marker-7f3e";
  const PEOPLE = [OWNER, ADMINISTRATOR, SUPPORT, BILLING, BILLING_AND_SUPPORT, AGENT, ACCOUNTING, MANAGER];

  async function conversation(department: "support" | "billing") {
    const browsers = new Map<string, string>();
    for (const email of PEOPLE) browsers.set((await turnOn(email)).endpoint, email);
    const message = { subject: MARK, message: MARK, department };
    const { id: ticketId } = await execute(await portal.as(SUPPORT), account, openTicket, message);
    await reopenToStaff(portal.owner);
    const agent = await portal.as(MANAGER);
    await execute(agent, account, replyToTicket, { ticketId, message: MARK });
    const ofMessages = await pushed();
    await execute(agent, account, noteOnTicket, { ticketId, message: MARK });
    const ofNote = await pushed();
    const readers = (sent: typeof ofNote) => [...new Set(sent.map(({ endpoint }) => browsers.get(endpoint) ?? ""))];
    return { sent: [...ofMessages, ...ofNote], told: readers(ofMessages), toldOfNote: readers(ofNote) };
  }

  it.each(["support", "billing"] as const)(
    "says nothing that was written, in the department %s",
    async (department) => {
      const { sent } = await conversation(department);
      expect(sent.length).toBeGreaterThan(2);
      expect(sent.filter(({ payload }) => payload.includes(MARK))).toEqual([]);
    },
  );

  it("reaches those who see the ticket, and nobody who has billing alone", async () => {
    const { told } = await conversation("support");
    expect(told).toContain(OWNER);
    expect(told).not.toContain(BILLING);
    expect(told).not.toContain(ACCOUNTING);
  });

  it("of a note reaches no customer", async () => {
    const { toldOfNote } = await conversation("support");
    expect(toldOfNote.filter((email) => email.endsWith("@northwind.example"))).toEqual([]);
  });
});

it("a browser that is gone is forgotten, and one that couldn't be reached is not", async () => {
  await turnOn(OWNER);
  await open();
  await pushed("failed");
  expect(await portal.owner.pushSubscription.count()).toBe(1);
  await open();
  await pushed("gone");
  expect(await portal.owner.pushSubscription.count()).toBe(0);
});

describe("a person's browsers", () => {
  it("are listed and turned off by that person alone", async () => {
    const { id, caller } = await turnOn(OWNER);
    expect(await execute(caller, null, listDevices, {})).toMatchObject({
      items: [{ id, device: "Firefox on Windows", current: true }],
      publicKey: vapidKeys().publicKey,
    });
    const other = await portal.as(SUPPORT);
    expect((await execute(other, null, listDevices, {})).items).toEqual([]);
    await expect(execute(other, null, removeDevice, { deviceId: id })).rejects.toMatchObject({ code: "not-found" });
    await execute(caller, null, removeDevice, { deviceId: id });
    expect(await portal.owner.pushSubscription.count()).toBe(0);
  });

  it("can be turned on again, and not by somebody else", async () => {
    const given = browser();
    await turnOn(OWNER, given);
    await turnOn(OWNER, given);
    expect(await portal.owner.pushSubscription.count()).toBe(1);
    await expect(turnOn(SUPPORT, given)).rejects.toMatchObject({ code: "conflict" });
  });

  it("are at most ten", async () => {
    for (let one = 0; one < 10; one++) await turnOn(OWNER);
    await expect(turnOn(OWNER)).rejects.toMatchObject({ code: "conflict" });
  });
});

it.each([
  ["https://fcm.googleapis.com/fcm/send/x", true],
  ["https://updates.push.services.mozilla.com/wpush/v2/x", true],
  ["https://web.push.apple.com/x", true],
  ["https://wns2-par02p.notify.windows.com/w/?token=x", true],
  ["http://fcm.googleapis.com/x", false],
  ["https://fcm.googleapis.com:8443/x", false],
  ["https://fcm.googleapis.com.evil.test/x", false],
  ["https://evil.test/fcm.googleapis.com", false],
  ["https://127.0.0.1/x", false],
  ["not an address", false],
])("only browsers' push services are sent to: %s", (endpoint, accepted) => {
  expect(isPushService(endpoint)).toBe(accepted);
});
