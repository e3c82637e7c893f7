import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { isStillWanted } from "@/lib/home/notifications/still-wanted";
import { forgetEnvironment } from "@/lib/platform/config/env";
import { asIdentity } from "@/lib/platform/db/transaction";
import { addMinutes } from "@/lib/platform/kernel/dates";
import { Moment } from "@/lib/platform/kernel/moment";
import { deliverMail } from "@/lib/platform/mail/deliver-mail";
import { type MailTransport, mailTransport } from "@/lib/platform/mail/mail-transport";
import { sendMail } from "@/lib/platform/mail/outbox";
import { MailLayout, MailText } from "@/lib/platform/mail/templates/layout";
import { type OwnerDatabase, ownerDatabase } from "@/prisma/seed/builders/owner-database";
import type { TestDatabase } from "@/tests/fixtures/copy-database";
import { freshDatabase } from "@/tests/fixtures/database";
import { header, type Mailbox, mailbox } from "./mailbox";
import { queueMail } from "./queue-mail";

let database: TestDatabase;
let owner: OwnerDatabase;
let box: Mailbox;
let transport: MailTransport;
/** When the server goes on about recipients of slow.example and domains below it. */
let hanging = Promise.withResolvers<null>();

beforeAll(async () => {
  database = await freshDatabase();
  owner = ownerDatabase(database.url);
  box = await mailbox({
    refuse: (address) => {
      if (/[@.]slow\.example$/.test(address)) return hanging.promise;
      if (address.startsWith("nobody@")) return { code: 550, says: "No such user here" };
      if (address.startsWith("odd@")) return { code: 550, says: "No\u0000 such \u001b[31muser" };
      if (address.startsWith("greylisted@")) return { code: 451, says: "Come back later" };
      return null;
    },
  });
  process.env.DATABASE_URL = database.url;
  process.env.SMTP_URL = box.url;
  process.env.MAIL_FROM = "Portal <portal@host.example>";
});

beforeEach(() => {
  hanging = Promise.withResolvers<null>();
  const made = mailTransport();
  if (made === null) throw new Error("SMTP_URL was not read.");
  transport = made;
});

afterEach(async () => {
  transport.close();
  box.messages.length = 0;
  await owner.outboxMail.deleteMany();
});

afterAll(async () => {
  await owner.$disconnect();
  await box.close();
  await database.drop();
});

const stored = (id: string) => owner.outboxMail.findUniqueOrThrow({ where: { id } });

const welcome = (address: string) => ({
  accountId: null,
  kind: "security" as const,
  to: { address, name: "Ana López", locale: null },
  subject: () => "Welcome\r\nBcc: everybody@example.com",
  template: "test",
  about: null,
  body: () => (
    <MailLayout preview="Good that you are here." heading="Welcome, Ana">
      <MailText>Good that you are here &amp; well.</MailText>
    </MailLayout>
  ),
});

describe("a mail and the change it reports", () => {
  it("is sent after its transaction, as HTML and plain text", async () => {
    await asIdentity((db) => sendMail(db, welcome("ana@example.com")));
    expect(await deliverMail(transport, isStillWanted)).toBe(1);
    const [message = ""] = box.messages;
    const { messageId, status, sentAt, claimedAt } = await owner.outboxMail.findFirstOrThrow();
    expect(header(message, "Message-ID")).toBe(messageId);
    expect(header(message, "From")).toBe("Portal <portal@host.example>");
    expect(header(message, "To")).toMatch(/<ana@example\.com>$/);
    expect(header(message, "Subject")).toBe("Welcome Bcc: everybody@example.com");
    expect(header(message, "Bcc")).toBeUndefined();
    expect(header(message, "Auto-Submitted")).toBe("auto-generated");
    expect(message).toContain("Content-Type: text/plain");
    expect(message).toContain("Good that you are here & well.");
    expect(message).toContain("Content-Type: text/html");
    expect({ status, claimedAt }).toEqual({ status: "sent", claimedAt: null });
    expect(sentAt).toBeInstanceOf(Date);
  });

  it("breaks words that are wider than a phone", async () => {
    const heading = "Donaudampfschifffahrt".repeat(6);
    await asIdentity((db) =>
      sendMail(db, {
        ...welcome("ana@example.com"),
        body: () => (
          <MailLayout preview="" heading={heading}>
            <MailText>{heading}</MailText>
          </MailLayout>
        ),
      }),
    );
    const { html } = await owner.outboxMail.findFirstOrThrow();
    const [frame = "", ...rest] = html.split("<h1");
    // Inherited by nested elements unless one overrides it.
    expect(frame).toMatch(/<table[^>]*word-break:break-word/);
    expect(rest.join()).not.toMatch(/word-break:(normal|keep-all)|white-space:nowrap/);
  });

  it("doesn't exist if the change is rolled back", async () => {
    const undone = asIdentity(async (db) => {
      await sendMail(db, welcome("ana@example.com"));
      throw new Error("changed my mind");
    });
    await expect(undone).rejects.toThrow("changed my mind");
    expect(await owner.outboxMail.count()).toBe(0);
    expect(await deliverMail(transport, isStillWanted)).toBe(0);
    expect(box.messages).toEqual([]);
  });
});

describe("workers", () => {
  it("in parallel send each mail once", async () => {
    const addresses = Array.from({ length: 60 }, (_, index) => `person${index}@example.com`);
    for (const address of addresses) await queueMail(owner, address);
    const sent = await Promise.all(Array.from({ length: 3 }, () => deliverMail(transport, isStillWanted)));
    expect(sent.reduce((sum, count) => sum + count)).toBe(60);
    const recipients = box.messages.map((message) => /<(.*)>/.exec(header(message, "To") ?? "")?.[1]);
    expect(recipients.toSorted()).toEqual(addresses.toSorted());
    expect(await owner.outboxMail.count({ where: { status: "sent", attempts: 1 } })).toBe(60);
  });

  it("resend once, under the same Message-ID, what another was sending when it died", async () => {
    const died = new Date("2026-01-05T10:00:00Z");
    const id = await queueMail(owner, "ana@example.com", { nextTryAt: died });
    const hang: MailTransport = { send: () => new Promise(() => {}), close() {} };
    const lost = { now: () => died };
    void deliverMail(hang, isStillWanted, lost);
    await expect.poll(async () => (await stored(id)).claimedAt).toEqual(died);

    const soon = { now: () => addMinutes(died, 9) };
    expect(await deliverMail(transport, isStillWanted, soon)).toBe(0);

    const later = { now: () => addMinutes(died, 11) };
    expect(await deliverMail(transport, isStillWanted, later)).toBe(1);
    expect(box.messages.map((message) => header(message, "Message-ID"))).toEqual([`<${id}@portal.example>`]);
    expect(await stored(id)).toMatchObject({ status: "sent", attempts: 2, lostClaims: 1 });
  });

  it("never send a third time", async () => {
    const id = await queueMail(owner, "ana@example.com", { claimedAt: new Date(0), attempts: 2, lostClaims: 1 });
    expect(await deliverMail(transport, isStillWanted)).toBe(0);
    expect(box.messages).toEqual([]);
    const { status, lastError } = await stored(id);
    expect(status).toBe("failed");
    expect(lastError).toMatch(/may have been delivered/);
  });
});

describe("a mail that somebody waits for", () => {
  const many = (count: number, domain: string, awaited: boolean) =>
    owner.outboxMail.createMany({
      data: Array.from({ length: count }, (_, index) => ({
        ...{ kind: "billing" as const, template: "test", toName: "A", subject: "News", html: "", text: "News" },
        ...{ toAddress: `person${index}@${domain}`, messageId: `<${domain}-${index}@portal.example>` },
        ...{ awaited, nextTryAt: new Date(0) },
      })),
    });

  it("is sent before all the others that have waited longer", async () => {
    await many(200, "example.com", false);
    await asIdentity((db) => sendMail(db, { ...welcome("ana@example.com"), awaited: true }));
    // The others of a batch are on their way by then.
    const sent = await deliverMail(transport, isStillWanted, { stopping: () => box.messages.length > 0 });
    expect(sent).toBeLessThan(10);
    expect(await owner.outboxMail.findFirst({ where: { awaited: true } })).toMatchObject({ status: "sent" });
  });

  it("isn't behind many that others wait for whose domain is slow", async () => {
    await many(60, "slow.example", true);
    await many(20, "example.com", false);
    await asIdentity((db) => sendMail(db, { ...welcome("ana@example.com"), awaited: true }));
    const sending = deliverMail(transport, isStillWanted, { stopping: () => box.messages.length > 0 });
    await box.holds(1);
    hanging.resolve(null);
    await sending;
    expect(header(box.messages[0] ?? "", "To")).toMatch(/ana@example\.com/);
    expect(await owner.outboxMail.count({ where: { toAddress: { contains: "@slow" }, attempts: 1 } })).toBe(3);
  });
});

describe("a mail server", () => {
  it("with a temporary error is retried with increasing delays", async () => {
    const start = new Date("2026-01-05T10:00:00Z");
    const id = await queueMail(owner, "greylisted@example.com", { nextTryAt: start });
    const waits: number[] = [];
    let at = start;
    while ((await stored(id)).status === "queued") {
      const asked = at;
      await deliverMail(transport, isStillWanted, { now: () => asked });
      at = (await stored(id)).nextTryAt;
      if ((await stored(id)).status === "queued") waits.push((at.getTime() - asked.getTime()) / 60_000);
    }
    expect(waits).toEqual([1, 5, 15, 60, 240, 720, 1440]);
    const { status, lastError, attempts, lostClaims } = await stored(id);
    expect({ status, attempts, lostClaims }).toEqual({ status: "failed", attempts: 8, lostClaims: 0 });
    expect(lastError).toContain("Come back later");
  });

  it("with a permanent error is not retried, and the next mail is still sent", async () => {
    const unknown = await queueMail(owner, "nobody@example.com", { nextTryAt: new Date(0) });
    const known = await queueMail(owner, "ana@example.com");
    expect(await deliverMail(transport, isStillWanted)).toBe(1);
    expect(await stored(unknown)).toMatchObject({ status: "failed", attempts: 1 });
    expect((await stored(unknown)).lastError).toContain("No such user here");
    expect((await stored(known)).status).toBe("sent");
  });

  it("that takes a whole mail and hangs up instead of answering gets it once more, and never a third time", async () => {
    const deaf = await mailbox({ hangsUp: true });
    process.env.SMTP_URL = deaf.url;
    forgetEnvironment();
    const toDeaf = mailTransport();
    try {
      const id = await queueMail(owner, "ana@example.com", { nextTryAt: new Date(0) });
      for (const hours of [0, 48, 96, 144])
        await deliverMail(toDeaf, isStillWanted, { now: () => addMinutes(new Date(), hours * 60) });
      expect(deaf.messages).toHaveLength(2);
      expect(await stored(id)).toMatchObject({ status: "failed", lastError: expect.stringMatching(/may have been/) });
    } finally {
      process.env.SMTP_URL = box.url;
      forgetEnvironment();
      toDeaf?.close();
      await deaf.close();
    }
  });

  it("behind somebody who leaves out its offer of STARTTLS gets neither the password nor the mail", async () => {
    const passwords: string[] = [];
    const stripped = await mailbox({ login: (password) => passwords.push(password) });
    // Another name of this machine: none of those that aren't asked for encryption.
    const url = new URL(stripped.url.replace("127.0.0.1", "0.0.0.0"));
    Object.assign(url, { username: "portal", password: "Fjord-Lantern" });
    process.env.SMTP_URL = url.href;
    forgetEnvironment();
    const to = mailTransport();
    try {
      const id = await queueMail(owner, "ana@example.com");
      expect(await deliverMail(to, isStillWanted)).toBe(0);
      expect([passwords, stripped.messages]).toEqual([[], []]);
      expect(await stored(id)).toMatchObject({ status: "queued", lastError: expect.stringMatching(/STARTTLS/) });
    } finally {
      process.env.SMTP_URL = box.url;
      forgetEnvironment();
      to?.close();
      await stripped.close();
    }
  });

  it("can answer what the database can't keep", async () => {
    const odd = await queueMail(owner, "odd@example.com", { nextTryAt: new Date(0) });
    const next = await queueMail(owner, "ana@example.com");
    expect(await deliverMail(transport, isStillWanted)).toBe(1);
    expect(await stored(odd)).toMatchObject({ status: "failed", lastError: expect.stringMatching(/550 .*No such/) });
    expect((await stored(next)).status).toBe("sent");
  });

  it("that is slow for one domain doesn't delay mail to others", async () => {
    const slow: string[] = [];
    for (let index = 0; index < 8; index++) slow.push(await queueMail(owner, `person${index}@slow.example`));
    const others: string[] = [];
    for (let index = 0; index < 5; index++) others.push(await queueMail(owner, `person${index}@example.com`));
    const sending = deliverMail(transport, isStillWanted);
    await box.holds(5);
    expect(await owner.outboxMail.count({ where: { id: { in: slow }, attempts: { gt: 0 } } })).toBe(3);
    hanging.resolve(null);
    expect(await sending).toBe(13);
    expect(await owner.outboxMail.count({ where: { id: { in: [...slow, ...others] }, status: "sent" } })).toBe(13);
  });

  it("that is slow for one domain gets what comes for others meanwhile", async () => {
    const more = new Moment();
    for (let index = 0; index < 3; index++) await queueMail(owner, `person${index}@slow.example`);
    const sending = deliverMail(transport, isStillWanted, { more });
    await expect.poll(() => owner.outboxMail.count({ where: { attempts: 1 } })).toBe(3);
    await queueMail(owner, "person@example.com");
    more.happens();
    await box.holds(1);
    expect(header(box.messages[0] ?? "", "To")).toMatch(/person@example\.com/);
    hanging.resolve(null);
    expect(await sending).toBe(4);
  });

  it("that is slow for several domains gets mail to others before a second one to those", async () => {
    const slow = ["slow.example", "a.slow.example", "b.slow.example"];
    for (const domain of [...slow, ...slow]) await queueMail(owner, `person@${domain}`);
    for (let index = 0; index < 4; index++) await queueMail(owner, `person${index}@example.com`);
    const sending = deliverMail(transport, isStillWanted);
    await box.holds(4);
    expect(await owner.outboxMail.count({ where: { toAddress: { contains: "slow" }, attempts: 1 } })).toBe(3);
    hanging.resolve(null);
    expect(await sending).toBe(10);
  });

  it("is still sending for a run that failed in part, which ends after that", async () => {
    await queueMail(owner, "person@slow.example");
    let asked = 0;
    const now = () => {
      if (asked++ === 0) throw new Error("The clock is gone.");
      return new Date();
    };
    let over = false;
    const sending = deliverMail(transport, isStillWanted, { now }).finally(() => {
      over = true;
    });
    const failing = expect(sending).rejects.toThrow("The clock is gone.");
    await expect.poll(() => owner.outboxMail.count({ where: { attempts: 1 } })).toBe(1);
    expect(over).toBe(false);
    hanging.resolve(null);
    await failing;
    expect(await owner.outboxMail.count({ where: { status: "sent" } })).toBe(1);
  });

  it("gets the others though it can't be told of one whether it is still wanted, which is asked again", async () => {
    const broken = await queueMail(owner, "broken@example.com", { nextTryAt: new Date(0) });
    const next = await queueMail(owner, "ana@example.com");
    const sent = await deliverMail(transport, ({ id }) =>
      id === broken ? Promise.reject(new Error("Out of order.")) : Promise.resolve(true),
    );
    expect([sent, (await stored(next)).status]).toEqual([1, "sent"]);
    expect(await stored(broken)).toMatchObject({ status: "queued", attempts: 1, lostClaims: 0, claimedAt: null });
  });

  it.each(["none", "one"])(
    "that is down costs each connection an attempt, not every mail, planned for %s",
    async (known) => {
      if (known === "one") await queueMail(owner, "person@example.com");
      // PostgreSQL plans for the number of rows counted here.
      await owner.$executeRaw`vacuum analyze "OutboxMail"`;
      const others = known === "one" ? 19 : 20;
      for (let index = 0; index < others; index++) await queueMail(owner, `person${index}@${index % 4}.example.com`);
      const away: MailTransport = {
        send: () => Promise.reject(Object.assign(new Error("connect ECONNREFUSED"), { code: "ESOCKET" })),
        close() {},
      };
      expect(await deliverMail(away, isStillWanted)).toBe(0);
      expect(await owner.outboxMail.count({ where: { attempts: 0, status: "queued" } })).toBe(16);
      expect(await owner.outboxMail.count({ where: { attempts: 1, status: "queued" } })).toBe(4);
    },
  );

  it("that is not configured leaves mail in the console", async () => {
    const id = await queueMail(owner, "ana@example.com");
    expect(await deliverMail(null, isStillWanted)).toBe(0);
    expect((await stored(id)).status).toBe("kept");
    expect(box.messages).toEqual([]);
  });
});
