import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { pushMessage, pushWith } from "@/lib/home/notifications/push-message";
import { pushNotifications } from "@/lib/home/notifications/push-notifications";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { vapidKeys } from "@/lib/platform/config/vapid-keys";
import { addDays } from "@/lib/platform/kernel/dates";
import { execute } from "@/lib/platform/operations/execute";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import {
  hasOpenssl,
  newBrowserKeys,
  type PushService,
  startPushService,
  vapidClaims,
} from "@/tests/fixtures/servers/push-service";

const OWNER = "owner@northwind.example";
const SUPPORT = "support@northwind.example";
const SUBJECT = "mailto:admin@portal.example";

const name = hasOpenssl
  ? "a push service"
  : "a push service (skipped: openssl isn't installed, which makes its certificate)";

describe.skipIf(!hasOpenssl)(name, () => {
  const authorities = getCACertificates("default");
  let portal: TestPortal;
  let account: string;
  let service: PushService;
  let keys: ReturnType<typeof newBrowserKeys>;
  beforeAll(async () => {
    process.env.PUSH_CONTACT = SUBJECT;
    forgetEnvironment();
    portal = await testPortal();
    account = portal.demo.northwind.id;
  });
  afterEach(async () => {
    await service.close();
    setDefaultCACertificates(authorities);
    await portal.owner.pushSubscription.deleteMany();
  });
  afterAll(async () => {
    delete process.env.PUSH_CONTACT;
    forgetEnvironment();
    await portal.close();
  });

  /** A browser of the owner's at a service that gives these answers. */
  async function subscribed(...given: Parameters<typeof startPushService>) {
    service = await startPushService(...given);
    setDefaultCACertificates([...authorities, service.authority]);
    keys = newBrowserKeys();
    const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email: OWNER } });
    const session = { personId, tokenHash: service.origin, userAgent: "test", ip: "192.0.2.1" };
    const { id: sessionId } = await portal.owner.session.create({
      data: { ...session, expiresAt: addDays(new Date(), 1) },
    });
    const { p256dh, auth } = keys;
    const endpoint = `${service.origin}/send/one`;
    await portal.owner.pushSubscription.create({
      data: { personId, sessionId, endpoint, p256dh, auth, userAgent: "test" },
    });
  }
  const open = async () => {
    await portal.owner.notification.deleteMany();
    return execute(await portal.as(SUPPORT), account, openTicket, { subject: "A secret subject", message: "Secret." });
  };
  const subscriptions = () => portal.owner.pushSubscription.count();
  const impatient = pushWith({ longestMs: 5_000, waitsMs: [0, 0] });

  it("gets what only the browser can read: what stands behind the bell, and no more", async () => {
    await subscribed(() => ({ status: 201 }));
    const { id } = await open();
    await pushNotifications(pushMessage);
    expect(service.got.map(({ headers }) => headers)).toMatchObject([
      { "content-encoding": "aes128gcm", ttl: String(12 * 60 * 60) },
    ]);
    const { body } = service.got[0] ?? { body: Buffer.alloc(0) };
    expect(body.includes("ticket")).toBe(false);
    const { items } = await execute(await portal.as(OWNER), account, listNotifications, { show: "all" });
    expect(JSON.parse(keys.read(body))).toEqual({
      title: items[0]?.title,
      account: "Northwind Robotics",
      href: `/a/${account}/tickets/${id}`,
      tag: items[0]?.id,
    });
    expect(keys.read(body)).not.toMatch(/secret/i);
    // Another browser's keys don't open it.
    expect(() => newBrowserKeys().read(body)).toThrow();
  });

  it("is told by a signature who sends, for this service alone and for less than a day", async () => {
    await subscribed(() => ({ status: 201 }));
    await open();
    await pushNotifications(pushMessage);
    const { key, header, claims } = vapidClaims(service.got[0]?.headers ?? {});
    expect(key).toBe(vapidKeys().publicKey);
    expect(header).toEqual({ typ: "JWT", alg: "ES256" });
    expect(claims).toEqual({ aud: service.origin, sub: SUBJECT, exp: expect.any(Number) });
    const hours = (claims.exp - Date.now() / 1000) / 3600;
    expect(hours).toBeGreaterThan(0);
    expect(hours).toBeLessThanOrEqual(24);
  });

  it.each([404, 410])("that answers %i is told nothing more: the browser is forgotten", async (status) => {
    await subscribed(() => ({ status }));
    await open();
    await pushNotifications(pushMessage);
    expect([service.got.length, await subscriptions()]).toEqual([1, 0]);
  });

  it.each([429, 500, 503])("that answers %i is asked twice more, and the browser stays", async (status) => {
    await subscribed(() => ({ status }));
    await open();
    await pushNotifications(impatient);
    expect([service.got.length, await subscriptions()]).toEqual([3, 1]);
    await pushNotifications(impatient);
    expect(service.got.length).toBe(3);
  });

  it("that is busy once gets it with the next attempt, and not again", async () => {
    await subscribed((earlier) => ({ status: earlier === 0 ? 429 : 201, headers: { "retry-after": "0" } }));
    await open();
    await pushNotifications(impatient);
    expect(service.got.length).toBe(2);
  });

  it("that asks to be left alone for an hour isn't waited for", async () => {
    await subscribed(() => ({ status: 429, headers: { "retry-after": "3600" } }));
    await open();
    await pushNotifications(impatient);
    expect([service.got.length, await subscriptions()]).toEqual([1, 1]);
  });

  it("that refuses what it is sent isn't asked again", async () => {
    await subscribed(() => ({ status: 400 }));
    await open();
    await pushNotifications(impatient);
    expect([service.got.length, await subscriptions()]).toEqual([1, 1]);
  });

  it("that answers nothing is given up in time, and the browser stays", async () => {
    await subscribed(() => null);
    await open();
    await pushNotifications(pushWith({ longestMs: 200, waitsMs: [0, 0] }));
    expect([service.got.length, await subscriptions()]).toEqual([1, 1]);
  });

  it("without a certificate that is trusted gets nothing", async () => {
    await subscribed(() => ({ status: 201 }));
    setDefaultCACertificates(authorities);
    await open();
    await pushNotifications(impatient);
    expect([service.got.length, await subscriptions()]).toEqual([0, 1]);
  });
});
