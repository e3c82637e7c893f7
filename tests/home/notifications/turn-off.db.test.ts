import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { features } from "@/lib/features";
import { listNotifications } from "@/lib/home/notifications/list-notifications";
import { pushNotifications } from "@/lib/home/notifications/push-notifications";
import { isStillWanted } from "@/lib/home/notifications/still-wanted";
import { turnOffNotice } from "@/lib/identity/profile/turn-off-notice";
import { addDays } from "@/lib/platform/kernel/dates";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { execute } from "@/lib/platform/operations/execute";
import { openTicket } from "@/lib/support/tickets/open-ticket";
import { type TestPortal, testPortal } from "@/tests/fixtures/portal";
import { problemOf } from "@/tests/fixtures/problem-of";

const OWNER = "owner@northwind.example";
const SUPPORT = "support@northwind.example";
const notice = "notices.support.receive";

let portal: TestPortal;
let account: string;
beforeAll(async () => {
  portal = await testPortal();
  account = portal.demo.northwind.id;
});
afterAll(() => portal.close());
beforeEach(async () => {
  await portal.owner.notification.deleteMany();
  await portal.owner.outboxMail.deleteMany();
  await portal.owner.contact.updateMany({ data: { noticesOff: [] } });
});

const open = async () =>
  execute(await portal.as(SUPPORT), account, openTicket, { subject: "The server is slow", message: "Please look." });
const off = async (email: string, what: string = notice) =>
  execute(await portal.as(email), account, turnOffNotice, { notice: what });
const mailTo = (toAddress: string) => portal.owner.outboxMail.findFirst({ where: { toAddress } });

/** The addresses that mail was sent to. */
async function delivered(): Promise<string[]> {
  const sent: string[] = [];
  const transport = {
    send: async ({ toAddress }: { toAddress: string }) => void sent.push(toAddress),
    close: () => {},
  };
  await deliverMail(transport, isStillWanted);
  return sent;
}

/** What the owner's browser was sent. */
async function pushed(): Promise<number> {
  let sent = 0;
  await pushNotifications(async () => {
    sent += 1;
    return "sent";
  });
  return sent;
}

async function withBrowser(email: string) {
  const { id: personId } = await portal.owner.person.findUniqueOrThrow({ where: { email } });
  const expiresAt = addDays(new Date(), 1);
  const session = { personId, tokenHash: `push ${email}`, userAgent: "test", ip: "192.0.2.1", expiresAt };
  const { id: sessionId } = await portal.owner.session.create({ data: session });
  const keys = { endpoint: `https://push.example/${email}`, p256dh: "key", auth: "auth", userAgent: "test" };
  await portal.owner.pushSubscription.create({ data: { personId, sessionId, ...keys } });
}

describe("turning a notification off where it is shown", () => {
  it("names what turns it off behind the bell, and stops mail, bell and browsers from then on", async () => {
    await open();
    const { items } = await execute(await portal.as(OWNER), account, listNotifications, { show: "all" });
    expect(items).toMatchObject([{ notice, why: "You get ticket notifications." }]);
    await off(OWNER);
    await portal.owner.notification.deleteMany();
    await portal.owner.outboxMail.deleteMany();
    await open();
    expect(await mailTo(OWNER)).toBeNull();
    expect((await execute(await portal.as(OWNER), account, listNotifications, { show: "all" })).items).toEqual([]);
  });

  it("also stops what was written before and waits to be sent", async () => {
    await withBrowser(OWNER);
    await open();
    expect(await mailTo(OWNER)).not.toBeNull();
    await off(OWNER);
    expect(await delivered()).not.toContain(OWNER);
    expect((await mailTo(OWNER))?.lastError).toContain("turned this notification off");
    expect(await pushed()).toBe(0);
    await portal.owner.contact.updateMany({ data: { noticesOff: [] } });
    await open();
    expect(await delivered()).toContain(OWNER);
    expect(await pushed()).toBe(1);
  });

  it("doesn't send to somebody whose access has ended while it waited", async () => {
    await open();
    const contact = await portal.owner.contact.findFirstOrThrow({
      where: { accountId: account, email: "administrator@northwind.example" },
    });
    await portal.owner.contact.update({ where: { id: contact.id }, data: { endsAt: new Date(Date.now() - 1000) } });
    expect(await delivered()).not.toContain(contact.email);
    await portal.owner.contact.update({ where: { id: contact.id }, data: { endsAt: null } });
  });

  it("is refused for what can't be turned off, and for the last who gets invoices", async () => {
    expect((await problemOf(off(OWNER, "notices.billing.receive"))).extra.fields).toHaveProperty("notice");
    expect((await problemOf(off(OWNER, "invoices.view"))).code).toBe("invalid");
    await portal.owner.contact.updateMany({
      where: { accountId: account, email: { not: OWNER } },
      data: { noticesOff: ["notices.invoices.receive"] },
    });
    expect((await problemOf(off(OWNER, "notices.invoices.receive"))).code).toBe("conflict");
  });
});

it("every kind behind the bell says what turns it off, but the duties to answer, one's own reply, and who of staff opens the account", () => {
  const kinds = features.flatMap(({ notifications = [] }) => notifications);
  expect(
    kinds
      .filter((kind) => kind.notice === undefined)
      .map(({ kind }) => kind)
      .sort(),
  ).toEqual([
    "access-request",
    // One's own reply that isn't sent yet.
    "reply-held-back",
    // Who can open an account is news that nobody of it can turn off.
    "staff-emergency",
    "staff-visit",
    // Answers to them.
    "staff-visit-answer",
    // For staff, who have no notifications to turn off.
    "ticket-assigned",
  ]);
});
